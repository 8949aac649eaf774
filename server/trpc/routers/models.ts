import { listModels } from '../../embeddings/listModels';
import { forListeners, router } from '../init';

export const modelsRouter = router({
  /** Every embedding that sounds can be compared by, which one is in use, and how far its tracks are. */
  list: forListeners.query(async ({ ctx }) => ({ embeddings: await listModels(ctx.services.database) })),
});
