import { join } from 'node:path';
import type { Database } from '@/db/open';
import { SignIns } from '../access/signIns';
import { JobRunner } from '../jobs/jobRunner';
import { fillKeys } from '../catalogue/import/fillKeys';
import { queueOutdatedTags } from '../catalogue/import/readTagsAgain';
import { queueReanalysis } from '../catalogue/import/reanalyse';
import { settleRestore } from '../catalogue/backup/settleRestore';
import { FolderWatch } from '../catalogue/watch/folderWatch';
import { cleanIncoming } from '../base/cleanIncoming';
import { cleanUnfinished } from '../base/cleanUnfinished';
import { log } from '../base/log';
import { EegQueries } from '../research/eeg/store/queries/eegQueries';
import { FeatureMaps } from '../research/maps/featureMaps';
import { modelFolder } from '../base/newestModel';
import { queueEmbedding } from '../embeddings/queueEmbedding';
import { fillShapeSketches } from '../retrieval/fillShapeSketches';
import { Retrieval } from '../retrieval/retrieval';
import { jobKinds } from './jobKinds';
import { settleDeletions } from './settleDeletions';
import { provideServices, type Services } from '../services';
import type { Settings } from '../base/settings';
import { makeDemoMusic } from '../catalogue/demo/makeDemoMusic';

export interface RunningServices extends Services {
  /** Begins all work in the background; the demo music of the first run is there when it resolves. */
  start(): Promise<void>;
  /** Puts jobs in hand back into the queue and ends every thread and process, also while they are being started. */
  stop(): Promise<void>;
}

/** What works in the background of a server, and what answers from memory. */
export function runningServices(settings: Settings, database: Database): RunningServices {
  const stopping = new AbortController();
  // What is cut short by the end of the server is no fault.
  const onFault = (error: unknown) => {
    if (!stopping.signal.aborted) log.error({ err: error }, 'work in the background met a fault');
  };
  const services = makeServices({ settings, database, onFault });
  const { runner, retrieval, featureMaps, eegQueries } = services;
  const watch = new FolderWatch({ database, onFault, onQueued: () => runner.wake() });
  let started: Promise<void> = Promise.resolve();
  let filling: Promise<unknown> = Promise.resolve();
  const begin = async () => {
    await settle(services);
    if (stopping.signal.aborted) return;
    runner.start();
    if (settings.demo) await makeDemoMusic({ settings, database, runner, signal: stopping.signal });
    if (stopping.signal.aborted) return;
    watch.start();
    const inBackground = [
      retrieval.load(),
      queueLeftWork(services, stopping.signal),
      fillKeys(database, stopping.signal),
      fillShapeSketches(database, stopping.signal),
    ];
    filling = Promise.all(inBackground.map((work) => work.catch(onFault)));
  };
  const stop = async () => {
    stopping.abort();
    // Whoever started it is told what went wrong.
    await started.catch(() => undefined);
    await watch.stop();
    await runner.stop();
    await retrieval.stop();
    await featureMaps.stop();
    await eegQueries.stop();
    // It asks the database, which is closed next.
    await filling;
  };
  return { ...services, start: () => (started = begin()), stop };
}

function makeServices({ settings, database, onFault }: ServiceParts): Services {
  const { dataDirectory, searchMemoryBytes, searchSeconds, workers } = settings;
  const runner = new JobRunner({ database, kinds: jobKinds(settings), workers, onFault });
  const retrieval = new Retrieval({ database, memoryBytes: searchMemoryBytes, searchSeconds, onFault });
  const featureMaps = new FeatureMaps(database, modelFolder());
  const eegQueries = new EegQueries({ database, dataDirectory, feed: retrieval.feed });
  const signIns = new SignIns({ database, settings });
  const services = { settings, database, signIns, runner, retrieval, featureMaps, eegQueries };
  provideServices(services);
  return services;
}

interface ServiceParts {
  settings: Settings;
  database: Database;
  onFault: (error: unknown) => void;
}

/** Ends what an earlier run was cut short in. */
async function settle({ settings: { dataDirectory }, database }: Services): Promise<void> {
  const settled = await settleRestore({ database, dataDirectory }, { isOnly: true });
  if (settled) log.warn(settled);
  const onFault = (error: unknown, note: string) =>
    log.warn({ err: error, note }, 'a deletion that was cut short cannot be ended: it stays noted');
  const ended = await settleDeletions({ database, dataDirectory }, { isOnly: true, onFault });
  if (ended > 0) log.warn(`${ended} deletions were cut short and are ended now`);
  await cleanIncoming(dataDirectory);
  await cleanUnfinished(join(dataDirectory, 'cache'));
}

/** Queues what another version has left to be done; of a large library that takes a while, in which it is served already. */
async function queueLeftWork({ database, runner }: Services, signal: AbortSignal): Promise<void> {
  await queueReanalysis(database, undefined, signal);
  if (signal.aborted) return;
  await queueOutdatedTags(database);
  await database.transaction(queueEmbedding);
  runner.wake();
}
