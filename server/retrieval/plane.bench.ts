import { loadavg } from 'node:os';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { TrackSet } from '@/ml/trackSet';
import { createRandom } from '@/ml/random';
import { clamp } from '@/ml/dtw/testing/benchLibraries.testing';
import { NearestPoints } from '@/ml/plane/nearestPoints';
import { type PlanePoint, PointGrid } from '@/ml/plane/pointGrid';
import { median } from '@/ml/statistics/quantile';

/*
 * `npm run bench -- plane`: the ten tracks nearest to a point, in process and in SQL, against brute force in the same
 * run. SQL is asked as the product asks it, by unnamed statements, on the embedded engine, or where DATABASE_URL is set
 * in a database of its own on that server. Every answer is compared with brute force.
 */

const sizes = [10_000, 100_000, 1_000_000];
const limit = 10;
const random = createRandom(11, 'plane');
/** Means of panels spread by about this much in both dimensions. */
const between = 0.35;

function point(): PlanePoint {
  const coordinate = () => clamp(between * random.bell());
  return { valence: coordinate(), arousal: coordinate() };
}

function bruteForce(points: Float64Array, target: PlanePoint, among?: TrackSet): number[] {
  const found = new NearestPoints(limit);
  for (let trackId = 1; 2 * trackId < points.length; trackId++) {
    if (among && !among.has(trackId)) continue;
    const valence = points[2 * trackId] - target.valence;
    const arousal = points[2 * trackId + 1] - target.arousal;
    found.offer(trackId, valence * valence + arousal * arousal);
  }
  return found.list().map(({ trackId }) => trackId);
}

/** Median microseconds of one call, after the first fifth of the calls. */
async function microseconds(targets: PlanePoint[], ask: (target: PlanePoint) => unknown): Promise<number> {
  const times: number[] = [];
  for (const target of targets) {
    const start = process.hrtime.bigint();
    const answer = ask(target);
    if (answer instanceof Promise) await answer;
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return median(times.slice(Math.floor(times.length / 5)));
}

function check(kind: string, found: number[], expected: number[]): void {
  if (found.join() !== expected.join())
    throw new Error(`${kind} found ${found.join()}, not ${expected.join()}`);
}

async function fill({ pool }: TestDatabase, points: Float64Array): Promise<void> {
  await pool.query('drop table if exists plane');
  await pool.query('create table plane (track_id integer primary key, emotion point not null)');
  const count = points.length / 2 - 1;
  for (let first = 1; first <= count; first += 50_000) {
    const last = Math.min(count, first + 49_999);
    const coordinates = (offset: 0 | 1) =>
      Array.from({ length: last - first + 1 }, (_, index) => points[2 * (first + index) + offset]);
    await pool.query(
      `insert into plane select $1::int + place - 1, point(v, a)
       from unnest($2::float8[], $3::float8[]) with ordinality as given(v, a, place)`,
      [first, coordinates(0), coordinates(1)],
    );
  }
  await pool.query('create index plane_emotion on plane using spgist (emotion)');
  await pool.query('analyze plane');
}

const nearestInSql = `select track_id, emotion <-> point($1, $2) as distance from plane
  order by emotion <-> point($1, $2) fetch first ($3::int) rows with ties`;

async function askSql({ pool }: TestDatabase, { valence, arousal }: PlanePoint): Promise<number[]> {
  const { rows } = await pool.query<{ track_id: number; distance: number }>(nearestInSql, [
    valence,
    arousal,
    limit,
  ]);
  return rows
    .sort((a, b) => a.distance - b.distance || a.track_id - b.track_id)
    .slice(0, limit)
    .map((row) => row.track_id);
}

/** Median microseconds that the engine itself takes to execute the query, planned already. */
async function executionMicroseconds({ pool }: TestDatabase, targets: PlanePoint[]): Promise<number> {
  const times: number[] = [];
  for (const { valence, arousal } of targets) {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
      `explain (analyze, timing off, format json) ${nearestInSql}`,
      [valence, arousal, limit],
    );
    times.push(1000 * rows[0]['QUERY PLAN'][0]['Execution Time']);
  }
  return median(times);
}

async function askSqlWithoutIndex(database: TestDatabase, target: PlanePoint): Promise<number[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin; set local enable_indexscan = off; set local enable_bitmapscan = off');
    const { rows } = await client.query<{ track_id: number }>(
      'select track_id from plane order by emotion <-> point($1, $2), track_id limit $3',
      [target.valence, target.arousal, limit],
    );
    await client.query('commit');
    return rows.map((row) => row.track_id);
  } finally {
    client.release();
  }
}

async function measure(database: TestDatabase, count: number) {
  const points = new Float64Array(2 * (count + 1));
  const grid = new PointGrid();
  for (let trackId = 1; trackId <= count; trackId++) {
    const at = point();
    points.set([at.valence, at.arousal], 2 * trackId);
    grid.set(trackId, at);
  }
  grid.settle();
  await fill(database, points);
  const tenth = TrackSet.of(Array.from({ length: count / 10 }, (_, index) => 1 + 10 * index));
  const rare = TrackSet.of(Array.from({ length: count / 1000 }, (_, index) => 1 + 1000 * index));
  const targets = Array.from({ length: 2000 }, point);
  const few = targets.slice(0, 25);
  for (const target of few) {
    const expected = bruteForce(points, target);
    const inProcess = (among?: TrackSet) => grid.nearest(target, limit, among).map(({ trackId }) => trackId);
    check('the grid', inProcess(), expected);
    check('the grid with a filter', inProcess(tenth), bruteForce(points, target, tenth));
    check('the grid with a rare filter', inProcess(rare), bruteForce(points, target, rare));
    check('SQL', await askSql(database, target), expected);
    check('SQL without an index', await askSqlWithoutIndex(database, target), expected);
  }
  return {
    tracks: count,
    gridUs: await microseconds(targets, (target) => grid.nearest(target, limit)),
    gridTenthUs: await microseconds(targets, (target) => grid.nearest(target, limit, tenth)),
    gridThousandthUs: await microseconds(targets, (target) => grid.nearest(target, limit, rare)),
    bruteForceUs: await microseconds(few, (target) => bruteForce(points, target)),
    sqlUs: await microseconds(targets.slice(0, 500), (target) => askSql(database, target)),
    sqlExecutionUs: await executionMicroseconds(database, targets.slice(0, 500)),
    sqlWithoutIndexUs: await microseconds(few, (target) => askSqlWithoutIndex(database, target)),
    sqlRoundTripUs: await microseconds(targets.slice(0, 500), () => database.pool.query('select 1')),
  };
}

const database = await openTestDatabase();
const results: Awaited<ReturnType<typeof measure>>[] = [];
for (const size of sizes) results.push(await measure(database, size));
await database.close();

const engine = process.env.DATABASE_URL ? 'PostgreSQL' : 'embedded';
const figure = (value: number) => value.toFixed(value < 100 ? 1 : 0);
console.log(
  `ten nearest of points spread by ${between}, medians; SQL: ${engine}; load ${loadavg()[0].toFixed(1)}`,
);
console.table(
  results.map((row) => ({
    tracks: row.tracks,
    'grid, us': figure(row.gridUs),
    'of a tenth': figure(row.gridTenthUs),
    'of a thousandth': figure(row.gridThousandthUs),
    'brute force': figure(row.bruteForceUs),
    'brute / grid': figure(row.bruteForceUs / row.gridUs),
    'SQL, us': figure(row.sqlUs),
    'of it executing': figure(row.sqlExecutionUs),
    'empty query': figure(row.sqlRoundTripUs),
    'without index': figure(row.sqlWithoutIndexUs),
    'without / SQL': figure(row.sqlWithoutIndexUs / row.sqlUs),
  })),
);
console.log(JSON.stringify({ engine, load: loadavg()[0], results }));
