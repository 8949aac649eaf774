import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { matrixOf } from '../matrix/matrix';
import { product, singleProduct } from './product';
import { solveShiftedTridiagonal } from './solveShiftedTridiagonal';
import { symmetricEigen } from './symmetricEigen';
import { multiplied, randomMatrix } from './testing/symmetricMatrices.testing';
import { tridiagonalise } from './tridiagonalise';

/*
 * `npm run bench -- linear [THREADS …]`: the least time of several for the steps of an encoding model, beside numpy's on
 * as many threads, one after the other. PYTHON names the interpreter that has numpy, python3 where it does not.
 * Decompositions have one thread here whatever numpy has. The last line is JSON; a ratio is our time by numpy's.
 */

const rounds = 7;
const python = process.env.PYTHON ?? 'python3';
const numpyTimes = fileURLToPath(new URL('peers/numpy_times.py', import.meta.url));
const products = [
  [600, 600, 8000],
  [900, 4800, 900],
  [300, 600, 8000],
] as const;
const eigenRows = [300, 600, 900];
const asked = process.argv.slice(2).map(Number);

interface Case {
  step: 'product' | 'eigen';
  sizes: readonly number[];
  precision: 'single' | 'double';
}

interface Times extends Case {
  threads: number;
  milliseconds: number;
  /** null where there is no numpy. */
  numpyMilliseconds: number | null;
}

const noNumpy = numpyFails();
if (noNumpy) console.log(`no numpy in ${python} (PYTHON=… names another interpreter): ${noNumpy}`);
const times: Times[] = [];
for (const threads of asked.length > 0 ? asked : [1, 2]) {
  for (const sizes of products) {
    times.push(await timed({ step: 'product', sizes, precision: 'double' }, threads));
    times.push(await timed({ step: 'product', sizes, precision: 'single' }, threads));
  }
  for (const rows of eigenRows) {
    times.push(await timed({ step: 'eigen', sizes: [rows], precision: 'double' }, threads));
  }
}
const ratioOf = ({ milliseconds, numpyMilliseconds }: Times) =>
  numpyMilliseconds === null ? null : Number((milliseconds / numpyMilliseconds).toFixed(2));
console.log(`Milliseconds; load of the machine ${loadavg()[0].toFixed(1)}`);
console.table(
  times.map((row) => ({
    what: `${row.step} ${row.sizes.join(' x ')} ${row.precision}`,
    threads: row.threads,
    ours: row.milliseconds.toFixed(1),
    numpy: row.numpyMilliseconds?.toFixed(1) ?? '',
    ratio: ratioOf(row),
  })),
);
const ridge = await ridgeTimes(600, 8000);
console.log(`A ridge of 600 rows and 8000 targets, one alpha each, once its kernel is known: milliseconds`);
console.table(ridge);
console.log(
  JSON.stringify({ steps: times.map((row) => ({ ...row, ratio: ratioOf(row) })), ridge, load: loadavg()[0] }),
);

async function timed(one: Case, threads: number): Promise<Times> {
  const milliseconds = await leastTime(workOf(one, threads));
  return { ...one, threads, milliseconds, numpyMilliseconds: noNumpy ? null : numpyTime(one, threads) };
}

function workOf({ step, sizes, precision }: Case, threads: number): () => unknown {
  const [rows, inner, columns] = sizes;
  if (step === 'eigen') {
    const kernel = kernelOf(rows);
    return () => symmetricEigen(kernel);
  }
  const [left, right] = [randomMatrix(rows, inner, 1), randomMatrix(inner, columns, 2)];
  if (precision === 'double') return () => product(left, right, { threads });
  const [singleLeft, singleRight] = [left, right].map(({ values, columns: width }) =>
    matrixOf(Float32Array.from(values), width),
  );
  return () => singleProduct(singleLeft, singleRight, { threads });
}

function kernelOf(rows: number) {
  const factor = randomMatrix(rows, rows, 3);
  return multiplied(factor, factor, { transposeRight: true });
}

/** The steps of a ridge with one alpha for each target by the tridiagonal form of its kernel. */
async function ridgeTimes(rows: number, targets: number): Promise<Record<string, number>> {
  const kernel = kernelOf(rows);
  const sides = randomMatrix(rows, targets, 4);
  const alphas = Float64Array.from({ length: targets }, (_, target) => 10 ** (target % 20));
  const form = tridiagonalise(kernel);
  const turned = await product(form.orthogonal, sides, { transposeLeft: true });
  const solution = solveShiftedTridiagonal(form, turned, alphas);
  const steps = {
    tridiagonalise: () => tridiagonalise(kernel),
    'turn the targets': () => product(form.orthogonal, sides, { transposeLeft: true }),
    'solve for every alpha': () => solveShiftedTridiagonal(form, turned, alphas),
    'turn back': () => product(form.orthogonal, solution),
  };
  const taken: Record<string, number> = {};
  for (const [name, work] of Object.entries(steps)) taken[name] = Number((await leastTime(work)).toFixed(1));
  return taken;
}

/** The one that other work on the machine disturbed least, in milliseconds. */
async function leastTime(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

function numpyTime(one: Case, threads: number): number {
  const done = runPython([numpyTimes, JSON.stringify({ ...one, rounds })], threads);
  if (done.status !== 0) throw new Error(`numpy could not be timed: ${done.stderr}`);
  return Number(done.stdout);
}

/** Why numpy is not there; null where it is. */
function numpyFails(): string | null {
  const done = runPython(['-c', 'import numpy'], 1);
  return done.status === 0 ? null : (done.error?.message ?? done.stderr.trim().split('\n').at(-1) ?? '');
}

function runPython(arguments_: string[], threads: number) {
  const names = ['OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS'];
  const limits = Object.fromEntries(names.map((name) => [name, String(threads)]));
  return spawnSync(python, arguments_, { encoding: 'utf8', env: { ...process.env, ...limits } });
}
