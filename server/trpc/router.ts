import { router } from './init';
import { catalogueRouter } from './routers/catalogue';
import { modelsRouter } from './routers/models';
import { researchRouter } from './routers/research';
import { retrievalRouter } from './routers/retrieval';

/** Every query, mutation and subscription of the product. */
export const appRouter = router({
  catalogue: catalogueRouter,
  models: modelsRouter,
  research: researchRouter,
  retrieval: retrievalRouter,
});

export type AppRouter = typeof appRouter;
