import { router } from './init';
import { catalogueRouter } from './routers/catalogue';
import { eegRouter } from './routers/eeg';
import { filmRouter } from './routers/film';
import { modelsRouter } from './routers/models';
import { peopleRouter } from './routers/people';
import { researchRouter } from './routers/research';
import { retrievalRouter } from './routers/retrieval';
import { studiesRouter } from './routers/studies';

/** Every query, mutation and subscription of the product. */
export const appRouter = router({
  catalogue: catalogueRouter,
  eeg: eegRouter,
  film: filmRouter,
  models: modelsRouter,
  people: peopleRouter,
  research: researchRouter,
  retrieval: retrievalRouter,
  studies: studiesRouter,
});

export type AppRouter = typeof appRouter;
