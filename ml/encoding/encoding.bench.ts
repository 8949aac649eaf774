import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { encode } from './encode';
import { type EncodingPlan, type Null } from './encodingPlan';
import { simulatedStudy } from './testing/simulatedStudy.testing';

/*
 * `npm run bench -- encoding [PARTICIPANTS [REGIONS [COLUMNS [SURROGATES]]]]`: a study of so many participants (20) and
 * regions (400), three pieces of 300 volumes and three spaces of so many columns (200) at 8 delays, 20 penalties. All 7
 * models with 1,000 permutations of held-out blocks, then so many surrogates (1,000) with the full model learned anew.
 * Wall and processor seconds; the last line is JSON.
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

const rounded = ({ wall, processor }: Seconds) => ({
  wall: Number(wall.toFixed(1)),
  processor: Number(processor.toFixed(1)),
});
const quick = rounded(await measured({ kind: 'blocks', count: 1000, blockSamples: 10 }));
console.log('seconds for 7 models and 1,000 permutations of held-out blocks', quick);
const refit = rounded(await measured({ kind: 'phase', count: surrogates, refit: true, models: 'full' }));
console.log(`seconds for 7 models and ${surrogates} surrogates of the full model`, refit);
console.log(JSON.stringify({ participants, regions, columns, surrogates, threads, quick, refit }));
