import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { singleProduct } from '../linear/product';
import { createRandom } from '../random';
import { encode } from './encode';
import { type EncodingPlan, type Null } from './encodingPlan';
import { simulatedStudy } from './testing/simulatedStudy.testing';

/*
 * `npm run bench -- encoding [PARTICIPANTS [REGIONS [COLUMNS [SURROGATES]]]]`: a study of so many participants (20) and
 * regions (400), three pieces of 300 volumes and three spaces of so many columns (200) at 8 delays, 20 penalties. All 7
 * models with 1,000 permutations of held-out blocks, then so many surrogates (1,000) with the full model learned anew.
 * Wall and processor seconds; then the products of one surrogate beside numpy's on as many threads, for which PYTHON names
 * the interpreter that has numpy (python3). The last line is JSON.
 */

const [participants = 20, regions = 400, columns = 200, surrogates = 1000] = process.argv
  .slice(2)
  .map(Number);
const threads = cpus().length;
const study = simulatedStudy({
  participants,
  samples: [300, 300, 300],
  moods: ['happy', 'sad', 'sad'],
  spaces: { first: columns, second: columns, third: columns },
  targets: regions,
});
const plan: EncodingPlan = {
  spaces: ['first', 'second', 'third'],
  delays: [0, 1, 2, 3, 4, 5, 6, 7],
  alphas: Array.from({ length: 20 }, (_, step) => 10 ** (-1 + (step * 7) / 19)),
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: null,
  seed: 1,
};

/** A thread of the sources: what the server starts from what was built of them. */
function startHelper(): Worker {
  const address = JSON.stringify(new URL('nulls/phaseThread.ts', import.meta.url).href);
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${address}, ${address}))`;
  return new Worker(load, { eval: true });
}

interface Seconds {
  wall: number;
  processor: number;
}

async function measured(what: Null): Promise<Seconds> {
  const started = performance.now();
  const used = process.cpuUsage();
  let told = 0;
  await encode(
    study,
    { ...plan, null: what },
    {
      threads,
      startHelper,
      onProgress: (fraction) => {
        if (fraction < told + 0.1) return;
        told = fraction;
        console.error(
          `${Math.round(100 * fraction)} % after ${((performance.now() - started) / 1000).toFixed(1)} s`,
        );
      },
    },
  );
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

/** The products of one surrogate of the full model, in single precision, [rows, inner, columns]. */
const products = [
  [600, 600, participants * regions],
  [300, 600, participants * regions],
];
const rounds = 5;

async function productMilliseconds([rows, inner, width]: number[]): Promise<number> {
  const random = createRandom(1, 'products');
  const matrix = (count: number, own: number) => ({
    rows: count,
    columns: own,
    values: Float32Array.from({ length: count * own }, () => random.next() - 0.5),
  });
  const [left, right] = [matrix(rows, inner), matrix(inner, width)];
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await singleProduct(left, right, { threads });
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

/** null where there is no numpy. */
function numpyMilliseconds(sizes: number[]): number | null {
  const program = fileURLToPath(new URL('../linear/peers/numpy_times.py', import.meta.url));
  const question = JSON.stringify({ step: 'product', sizes, precision: 'single', rounds });
  const names = ['OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS'];
  const limits = Object.fromEntries(names.map((name) => [name, String(threads)]));
  const done = spawnSync(process.env.PYTHON ?? 'python3', [program, question], {
    encoding: 'utf8',
    env: { ...process.env, ...limits },
  });
  return done.status === 0 ? Number(done.stdout) : null;
}

async function besideNumpy() {
  const ours: number[] = [];
  const numpy: (number | null)[] = [];
  for (const sizes of products) {
    ours.push(await productMilliseconds(sizes));
    numpy.push(numpyMilliseconds(sizes));
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const known = numpy.filter((value) => value !== null);
  const ratio = known.length === numpy.length ? Number((sum(ours) / sum(known)).toFixed(2)) : null;
  return {
    ours: Math.round(sum(ours)),
    numpy: known.length === numpy.length ? Math.round(sum(known)) : null,
    ratio,
  };
}

const rounded = ({ wall, processor }: Seconds) => ({
  wall: Number(wall.toFixed(1)),
  processor: Number(processor.toFixed(1)),
});
const quick = rounded(await measured({ kind: 'blocks', count: 1000, blockSamples: 10 }));
console.log('seconds for 7 models and 1,000 permutations of held-out blocks', quick);
const refit = rounded(await measured({ kind: 'phase', count: surrogates, refit: true, models: 'full' }));
console.log(`seconds for 7 models and ${surrogates} surrogates of the full model`, refit);
const matrixBound = await besideNumpy();
console.log('milliseconds for the products of a surrogate, ours and numpy’s', matrixBound);
const load = Number(loadavg()[0].toFixed(1));
console.log(
  JSON.stringify({ participants, regions, columns, surrogates, threads, quick, refit, matrixBound, load }),
);
