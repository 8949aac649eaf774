import { createRandom } from '../random';
import { couple } from './couple';
import type { CouplingPlan } from './couplingReport';
import { column, noise, studyOf } from './testing/couplingStudy.testing';

/*
 * `npm run bench -- coupling [STUDIES] [SURROGATES]`: studies of 20 people and three pieces of 168, 256 and 515 s in
 * which nothing is there, but features and ratings are smooth and people share a part of their ratings. How often each
 * surrogate finds something at .05, how large the plain maximum over lags is that it must be told from, and how long a
 * study takes. The last line is JSON.
 */

const [studies, surrogates] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 99)];
const [participants, lengths, memory] = [20, [168, 256, 515], 0.8];
const shares = [0.1, 0.3];
const kinds = ['phase', 'shift'] as const;

interface Rate {
  shared: number;
  surrogates: (typeof kinds)[number];
  falsePositives: number;
  meanP: number;
  plainZ: number;
  secondsAStudy: number;
}

/** People's ratings of which a share of the variance is everybody's, and a feature that has nothing to do with either. */
function nullStudy(shared: number, seed: number) {
  const random = createRandom(seed, `null study of ${shared}`);
  const pieces = lengths.map((samples, index) => {
    const common = noise(samples, random, memory);
    const ratings = Array.from({ length: participants }, () =>
      noise(samples, random, memory).map(
        (own, at) => Math.sqrt(1 - shared) * own + Math.sqrt(shared) * common[at],
      ),
    );
    return {
      name: `piece ${index + 1}`,
      shared: { feature: column(noise(samples, random, memory)) },
      own: { rating: ratings.map(column) },
    };
  });
  return studyOf(participants, pieces);
}

async function measure(shared: number, kind: Rate['surrogates']): Promise<Rate> {
  const started = performance.now();
  const sums = { found: 0, p: 0, z: 0 };
  for (let seed = 0; seed < studies; seed++) {
    const plan: CouplingPlan = {
      features: ['feature'],
      scales: ['rating'],
      lagsSeconds: [0, 1, 2, 3, 4, 5],
      surrogates: { kind, count: surrogates },
      seed,
    };
    const { z, p } = (await couple(nullStudy(shared, seed), plan)).scales[0].surrogates.feature!;
    sums.found += p <= 0.05 ? 1 : 0;
    sums.p += p;
    sums.z += z;
  }
  return {
    shared,
    surrogates: kind,
    falsePositives: Number((sums.found / studies).toFixed(3)),
    meanP: Number((sums.p / studies).toFixed(3)),
    plainZ: Number((sums.z / studies).toFixed(3)),
    secondsAStudy: Number(((performance.now() - started) / 1000 / studies).toFixed(3)),
  };
}

const rates: Rate[] = [];
for (const shared of shares) for (const kind of kinds) rates.push(await measure(shared, kind));
console.table(rates);
console.log(JSON.stringify({ studies, surrogates, rates }));
