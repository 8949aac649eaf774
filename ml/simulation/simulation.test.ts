import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleColumnOf } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { correlation } from '../statistics/correlation';
import { mean } from '../statistics/mean';
import { haemodynamic, haemodynamicResponse } from './haemodynamic';
import { autoregressive, drift, withoutDrift } from './noise';
import { prepareSimulated } from './prepareSimulated';
import { simulatedRegions } from './simulatedRegions';
import { defaultSimulation, nullSimulation, type SimulationPlan } from './simulationPlan';
import { simulateStudy } from './simulateStudy';
import { defaultSynthetic, syntheticSounds } from './syntheticSounds';
import { standardised } from './standardised';

const sounds = syntheticSounds({ ...defaultSynthetic, lengthScale: 0.5 });
const plan: SimulationPlan = { ...defaultSimulation, participants: 24 };
const study = simulateStudy(sounds, plan);
const prepared = prepareSimulated(sounds, study);

/** Mean over participants and pieces of the correlation of a region with a series of each participant's own. */
function meanCorrelation(region: string, seriesOf: (piece: number, person: number) => Float64Array): number {
  const target = simulatedRegions.findIndex(({ name }) => name === region);
  return mean(
    prepared.pieces.flatMap((piece, index) =>
      piece.recordings.map((recording, person) => {
        const series = seriesOf(index, person);
        return correlation(doubleColumnOf(recording!, target), series) ?? NaN;
      }),
    ),
  );
}

const shifted = (values: Float64Array, samples: number): Float64Array =>
  values.map((_, sample) => values[sample - samples] ?? 0);

const heardEnvelope = (piece: number) => haemodynamic(standardised(sounds[piece].envelope), 1);
const changeOf = (scale: string) => (piece: number, person: number) =>
  prepared.pieces[piece].own[`${scale} change`][person]!.values;

/** The delay in samples of a region behind a rating's change at which they go together best; below 0 it leads. */
function bestDelay(region: string, scale: string): number {
  const delays = Array.from({ length: 41 }, (_, place) => place - 20);
  const values = delays.map((delay) =>
    meanCorrelation(region, (piece, person) => shifted(changeOf(scale)(piece, person), delay)),
  );
  return delays[values.indexOf(Math.max(...values))];
}

describe('the haemodynamic response', () => {
  it('is that of SPM: peak at 5 s, undershoot at 15 s, and their heights', () => {
    const response = haemodynamicResponse(0.5);
    // 5^5 e^-5 / 5! - 5^15 e^-5 / 15! / 6 by hand.
    expect(response[10]).toBeCloseTo(0.1754, 3);
    expect(response.indexOf(Math.max(...response))).toBe(10);
    expect(response.indexOf(Math.min(...response)) / 2).toBeGreaterThan(13);
    expect(response.indexOf(Math.min(...response)) / 2).toBeLessThan(17);
  });

  it('answers a stroke with itself', () => {
    const stroke = new Float64Array(50);
    stroke[3] = 1;
    expect(Array.from(haemodynamic(stroke, 1).subarray(3, 36))).toEqual(Array.from(haemodynamicResponse(1)));
  });
});

describe('noise', () => {
  it('has the correlation and the spread that were asked for', () => {
    const series = autoregressive(createRandom(4, 'noise'), 20_000, 0.5);
    expect(correlation(series.subarray(1), series.subarray(0, -1))).toBeCloseTo(0.5, 1);
    expect(mean(series.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it('loses its drift and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 20, max: 300 }), (seed, samples) => {
        const slow = drift(createRandom(seed, 'drift'), samples);
        expect(Math.max(...withoutDrift(slow).map(Math.abs))).toBeLessThan(1e-9);
        const still = new Float64Array(samples).fill(3);
        withoutDrift(still).forEach((value) => expect(value).toBeCloseTo(3, 9));
      }),
    );
  });
});

describe('a simulated study', () => {
  it('is the same for equal seeds and another for another', () => {
    const small = { ...plan, participants: 2 };
    expect(simulateStudy(sounds, small)).toEqual(simulateStudy(sounds, small));
    const other = simulateStudy(sounds, { ...small, seed: 2 });
    expect(other.runs[0][0].recording.values).not.toEqual(
      simulateStudy(sounds, small).runs[0][0].recording.values,
    );
  });

  it('has ratings within their scale and recordings like a scanner’s', () => {
    for (const { recording, ratings } of study.runs.flat()) {
      for (const rating of Object.values(ratings)) {
        expect(Math.min(...rating)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...rating)).toBeLessThanOrEqual(1);
      }
      expect(Math.abs(mean(recording.values) - 1000)).toBeLessThan(20);
    }
  });

  it('drives auditory cortex, and not visual cortex, by the envelope', () => {
    // The root of the envelope's share: the correlation that is planted in one person.
    const planted = Math.sqrt(plan.envelopeShare);
    expect(meanCorrelation('left auditory cortex', heardEnvelope)).toBeGreaterThan(planted - 0.06);
    expect(meanCorrelation('right auditory cortex', heardEnvelope)).toBeLessThan(planted + 0.06);
    expect(Math.abs(meanCorrelation('left primary visual cortex', heardEnvelope))).toBeLessThan(0.12);
  });

  it('has dmPFC follow emotionality by the haemodynamic delay', () => {
    const delay = bestDelay('dmPFC', 'emotionality');
    expect(delay).toBeGreaterThanOrEqual(3);
    expect(delay).toBeLessThanOrEqual(7);
  });

  it('has vmPFC and precuneus lead enjoyment', () => {
    for (const region of ['vmPFC', 'precuneus']) {
      const delay = bestDelay(region, 'enjoyment');
      expect(delay).toBeLessThanOrEqual(-4);
      expect(delay).toBeGreaterThanOrEqual(-10);
    }
  });

  it('lets ratings change after the music, by each one’s lag', () => {
    const { lagSeconds } = study;
    expect(Math.min(...lagSeconds)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...lagSeconds)).toBeLessThan(4);
    const person = lagSeconds.indexOf(Math.max(...lagSeconds));
    const lags = Array.from({ length: 9 }, (_, place) => place - 2);
    const together = lags.map((lag) =>
      mean(
        prepared.pieces.map((piece) => {
          const rating = piece.own['emotionality change'][person]!.values;
          return correlation(rating, shifted(piece.shared['embedding change'].values, lag)) ?? NaN;
        }),
      ),
    );
    expect(Math.abs(lags[together.indexOf(Math.max(...together))] - lagSeconds[person])).toBeLessThanOrEqual(
      1,
    );
  });

  it('shares a signal between people that no feature explains', () => {
    const empty = simulateStudy(sounds, { ...nullSimulation(plan), sharedShare: 0.3 });
    const recordings = prepareSimulated(sounds, empty).pieces[2].recordings.map((each) =>
      doubleColumnOf(each!, 0),
    );
    const between = recordings.slice(1).map((other) => correlation(recordings[0], other) ?? NaN);
    expect(mean(between)).toBeGreaterThan(0.2);
    expect(mean(between)).toBeLessThan(0.4);
  });

  it('refuses what cannot be', () => {
    expect(() => simulateStudy(sounds, { ...plan, participants: 0 })).toThrow('invalid participants: 0');
    expect(() => simulateStudy(sounds, { ...plan, sharedShare: 1.2 })).toThrow('invalid sharedShare: 1.2');
    expect(() => simulateStudy(sounds, { ...plan, sharedShare: 0.95 })).toThrow('invalid shares');
    const damaged = { ...sounds[0], envelope: new Float64Array(3) };
    expect(() => simulateStudy([damaged], plan)).toThrow('invalid features of happy: 3');
  });
});
