import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import {
  eegModels,
  eegRecordings,
  eegStudies,
  embeddingModels,
  trackEmbeddings,
  tracks as trackTable,
} from '@/db/schema';
import { quantileOf } from '@/ml/statistics/quantile';
import { owner } from '../../../../access/caller';
import { AnalysisClient } from '../../../../analysis/analysisClient';
import { ChangeFeed } from '../../../../retrieval/changeFeed';
import { openSyntheticLibrary } from '../../../../retrieval/testing/syntheticLibrary.testing';
import { smallBands, smallEmbedding, smallSites, smallWidth, writeSmallModel } from '../../testing/smallModel.testing'; // prettier-ignore
import { writeSmallRecording } from '../../testing/smallRecording.testing';
import { eegBroughtFolder, eegModelFolder } from '../eegFolders';
import { readEegKind } from '../recordings/readEegKind';
import { measuringWish } from '../../entropy/measuringWish';
import { EegQueries } from './eegQueries';
import { eegQueryWish } from './eegQueryWish';

/*
 * `npm run bench -- storedQuery [TRACKS]`: how long a query by a minute of a stored recording takes over a catalogue
 * (100,000 tracks where no number is told) from question to tracks with what lists show of them, the first time and
 * after that; beside it plain reads of the same tracks from the database. On the embedded engine, in a folder kept for
 * the next run. The model is a small one: `npm run bench -- eegQuery` times one of full width. The last line is JSON.
 */

const count = Number(process.argv[2] ?? 100_000);
const rounds = 30;
const limit = 20;
const folder = join(tmpdir(), `circumplex-load-listener-${count}`);
mkdirSync(folder, { recursive: true });

/** Every track has an embedding of a made-up network. */
async function fillEmbeddings(database: Database): Promise<void> {
  const network = { sha256: 'a'.repeat(64), frontEnd: 'musicnn', output: 'y', fileBytes: 1, source: 'bench' };
  await database.delete(embeddingModels).where(eq(embeddingModels.name, smallEmbedding));
  const [{ id }] = await database
    .insert(embeddingModels)
    .values({ ...network, name: smallEmbedding, size: smallWidth })
    .returning();
  await database.execute(sql`
    insert into ${trackEmbeddings} (model_id, track_id, embedding, embedded_at)
    select ${id}::int, id, (select array_agg(sin(id * (column_number + 0.37)))::real[]::vector
      from generate_series(1, ${smallWidth}::int) as column_number), now() from ${trackTable}`);
}

/** A recording of two minutes, measured as the small model hears it, and that model. */
async function fillStudy(database: Database) {
  await database.delete(eegStudies);
  const person = { personId: owner.personId, title: 'bench', simulated: true };
  const [{ id: studyId }] = await database.insert(eegStudies).values(person).returning();
  const brought = eegBroughtFolder(folder, studyId);
  mkdirSync(brought, { recursive: true });
  await writeSmallRecording(join(brought, 'a.edf'), { seconds: 120, sites: smallSites });
  const entropy = { bands: smallBands, windowSeconds: 4, hopSeconds: 1, stepSeconds: 1 };
  const [{ id: recordingId }] = await database
    .insert(eegRecordings)
    .values({
      ...{ studyId, participant: 'a', fileName: 'a.edf', sizeBytes: 1 },
      measuring: measuringWish.parse({ entropy }),
    })
    .returning();
  const [{ id: modelId }] = await database
    .insert(eegModels)
    .values({ studyId, title: 'bench', settings: {}, finishedAt: new Date() })
    .returning();
  writeSmallModel(eegModelFolder(folder, { studyId, id: modelId }));
  await measure(database, recordingId);
  return { recordingId, modelId };
}

async function measure(database: Database, recordingId: number): Promise<void> {
  const client = new AnalysisClient();
  const signal = new AbortController().signal;
  const tools = { database, client, signal, onProgress: () => undefined, alone: () => Promise.resolve() };
  const end = await readEegKind(folder).run({ id: 1, label: 'bench', payload: { recordingId } }, tools);
  if (end.kind !== 'done') throw new Error(JSON.stringify(end));
  await database.transaction(async (executor) => void (await end.write?.(executor)));
  client.close();
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeated(work: () => Promise<unknown>): Promise<{ median: number; most: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await millisecondsOf(work));
  const sorted = times.sort((a, b) => a - b);
  return { median: quantileOf(sorted, 0.5), most: sorted[rounds - 1] };
}

const library = await openSyntheticLibrary({ tracks: count, movement: 'listener', dataDirectory: folder });
const { database } = library;
await fillEmbeddings(database);
const ids = await fillStudy(database);
const queries = new EegQueries({ database, dataDirectory: folder, feed: new ChangeFeed(database) });
const wish = eegQueryWish.parse({ ...ids, fromSeconds: 10, toSeconds: 70, limit });
const first = await millisecondsOf(() => queries.query(owner, wish));
const asked = await repeated(() => queries.query(owner, wish));
const plain = await repeated(() => database.select().from(trackTable).limit(limit));
console.log(`query by a minute of a stored recording over ${count} tracks, milliseconds`);
console.log(
  `  first ${first.toFixed(0)}, then median ${asked.median.toFixed(1)}, most ${asked.most.toFixed(1)}`,
);
console.log(`  plain reads of ${limit} tracks ${plain.median.toFixed(1)}`);
console.log(
  JSON.stringify({ tracks: count, first, ...asked, plain: plain.median, ratio: asked.median / plain.median }),
);
await queries.stop();
await library.close();
