import type { Database } from '@/db/open';
import type { JobRunner } from './jobs/jobRunner';
import type { EegQueries } from './research/eeg/store/queries/eegQueries';
import type { FeatureMaps } from './research/maps/featureMaps';
import type { SignIns } from './access/signIns';
import type { Retrieval } from './retrieval/retrieval';
import type { Settings } from './base/settings';

/** The living parts of one server process, made once by main/ and shared by every page and route. */
export interface Services {
  settings: Settings;
  database: Database;
  /** Who is let in. */
  signIns: SignIns;
  /** Takes up queued jobs; `wake()` after adding some. */
  runner: JobRunner;
  /** Answers searches from memory, following the catalogue. */
  retrieval: Retrieval;
  /** Lays the library's features out in a worker thread. */
  featureMaps: FeatureMaps;
  /** Finds music by stored recordings of EEG. */
  eegQueries: EegQueries;
}

/**
 * Next bundles server code several times over (pages, routes), so a module's variable would exist several
 * times; one slot on globalThis is the same for all of them.
 */
const slot = Symbol.for('circumplex.services');
const holder = globalThis as { [slot]?: Services };

export function provideServices(services: Services): void {
  holder[slot] = services;
}

/** The services of this process. Throws when main/ has not provided them: pages are only served by main/. */
export function getServices(): Services {
  const services = holder[slot];
  if (!services) throw new Error('the services are not running: start the server with npm start');
  return services;
}
