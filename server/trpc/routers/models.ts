import { listModels } from '../../embeddings/listModels';
import { procedure, router } from '../init';

export const modelsRouter = router({
  /** Every embedding that sounds can be compared by, which one is in use, and how far its tracks are. */
  list: procedure.query(async ({ ctx }) => ({ embeddings: await listModels(ctx.services.database) })),
});
