import { router } from './init';
import { catalogueRouter } from './routers/catalogue';
import { retrievalRouter } from './routers/retrieval';

/** Every query, mutation and subscription of the product. */
export const appRouter = router({ catalogue: catalogueRouter, retrieval: retrievalRouter });

export type AppRouter = typeof appRouter;
