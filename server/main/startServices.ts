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
  /** Puts jobs in hand back into the queue and ends every thread and process. */
  stop(): Promise<void>;
}

/** Starts what works in the background, and makes the demo music on the first run before anybody is served. */
export async function startServices(settings: Settings, database: Database): Promise<RunningServices> {
  const onFault = (error: unknown) => log.error({ err: error }, 'work in the background met a fault');
  const runner = new JobRunner({
    database,
    kinds: jobKinds(settings),
    workers: settings.workers,
    onFault,
  });
  const retrieval = new Retrieval({
    database,
    memoryBytes: settings.searchMemoryBytes,
    searchSeconds: settings.searchSeconds,
    onFault,
  });
  const featureMaps = new FeatureMaps(database, modelFolder());
  const watch = new FolderWatch({ database, onFault, onQueued: () => runner.wake() });
  const stopping = new AbortController();
  const { dataDirectory } = settings;
  const eegQueries = new EegQueries({ database, dataDirectory, feed: retrieval.feed });
  const signIns = new SignIns({ database, settings });
  const services = { settings, database, signIns, runner, retrieval, featureMaps, eegQueries };
  provideServices(services);
  const settled = await settleRestore({ database, dataDirectory }, { isOnly: true });
  if (settled) log.warn(settled);
  const onUnsettled = (error: unknown, note: string) =>
    log.warn({ err: error, note }, 'a deletion that was cut short cannot be ended: it stays noted');
  const ended = await settleDeletions({ database, dataDirectory }, { isOnly: true, onFault: onUnsettled });
  if (ended > 0) log.warn(`${ended} deletions were cut short and are ended now`);
  await cleanIncoming(settings.dataDirectory);
  await cleanUnfinished(join(settings.dataDirectory, 'cache'));
  runner.start();
  if (settings.demo) await makeDemoMusic({ settings, database, runner, signal: stopping.signal });
  await queueReanalysis(database);
  await queueOutdatedTags(database);
  await database.transaction(queueEmbedding);
  watch.start();
  retrieval.load().catch(onFault);
  fillKeys(database, stopping.signal).catch(onFault);
  fillShapeSketches(database, stopping.signal).catch(onFault);
  const stop = async () => {
    stopping.abort();
    await watch.stop();
    await runner.stop();
    await retrieval.stop();
    await featureMaps.stop();
    await eegQueries.stop();
  };
  return { ...services, stop };
}
