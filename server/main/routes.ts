import type { Route } from '../access/route';
import { surfaceRoutes } from '../research/meshes/surfaceRoutes';
import { eegRoutes } from './eegRoutes';
import { filmRoutes } from './filmRoutes';
import { signInRoutes } from './signInRoutes';
import { streamRoutes } from './streamRoutes';
import { studyRoutes } from './studyRoutes';
import { watchRoutes } from './watchRoutes';

/** Everything that is answered outside Next. */
export const routes = (): Route[] => [
  ...signInRoutes(),
  ...streamRoutes(),
  ...studyRoutes(),
  ...eegRoutes(),
  ...filmRoutes(),
  ...surfaceRoutes(),
  ...watchRoutes(),
];
