import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { analyses, sounds, tracks } from '@/db/schema';
import { rowSeconds, rowSize } from '@/ml/audio/identity/bandLevels';
import { median } from '@/ml/statistics/quantile';
import { openSyntheticLibrary } from '../../retrieval/testing/syntheticLibrary.testing';
import { groupRecordings } from './groupRecordings';

/*
 * `npm run bench -- grouping [TRACKS]`: how long it takes to put a track with its recording in a library of 20,000
 * made-up tracks of 200 to 260 s, in milliseconds a track, beside the choice of candidates alone in the same run. The
 * last line is JSON.
 */

const count = Number(process.argv[2] ?? 20_000);
const asked = 200;
const folder = mkdtempSync(join(tmpdir(), 'circumplex-grouping-'));
const library = await openSyntheticLibrary({ tracks: count, movement: 'listener', dataDirectory: folder });
const { database } = library;
const rows = Math.floor(230 / rowSeconds);
await database.execute(sql`
  update ${analyses} set embedding = (
    select array_agg(random() - 0.5)::real[] from generate_series(1, 200 + 0 * track_id))::vector`);
await database.execute(sql`
  update ${sounds} set band_levels = substring(
    decode((select string_agg(md5((track_id + place)::text), '') from generate_series(1, ${Math.ceil((rows * rowSize) / 16)}::int) place), 'hex')
    from 1 for ${rows * rowSize}::int)`);
await database.execute(sql`analyze`);

const whole: number[] = [];
const choice: number[] = [];
for (let i = 0; i < asked; i++) {
  const trackId = 1 + Math.floor((i * count) / asked);
  const sound = await soundOf(trackId);
  choice.push(await timed(() => chooseAlone(sound)));
  whole.push(await timed(() => groupRecordings(database, trackId, sound)));
}
const report = { tracks: count, asked, choiceMs: round(median(choice)), wholeMs: round(median(whole)) };
console.table(report);
console.log(JSON.stringify(report));
await library.close();
rmSync(folder, { recursive: true });

async function soundOf(trackId: number) {
  const [row] = await database
    .select({
      durationSeconds: tracks.durationSeconds,
      modelVersion: analyses.modelVersion,
      embedding: analyses.embedding,
      bandLevels: sounds.bandLevels,
    })
    .from(tracks)
    .innerJoin(analyses, eq(analyses.trackId, tracks.id))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .where(eq(tracks.id, trackId));
  return {
    ...row,
    embedding: Float32Array.from(row.embedding),
    bandLevels: row.bandLevels ?? new Uint8Array(),
  };
}

/** The ten most alike of tracks about as long, by their numbers. */
function chooseAlone({ durationSeconds, embedding }: Awaited<ReturnType<typeof soundOf>>) {
  return database.execute(sql`
    select ${tracks.id} from ${analyses} join ${tracks} on ${tracks.id} = ${analyses.trackId}
    where ${analyses.current} and ${tracks.durationSeconds}
      between ${0.99 * durationSeconds}::float8 and ${1.01 * durationSeconds}::float8
    order by ${analyses.embedding} <=> ${JSON.stringify([...embedding])}::vector limit 10`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function round(ms: number): number {
  return Math.round(10 * ms) / 10;
}
