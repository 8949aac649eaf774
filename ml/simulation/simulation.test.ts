import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleColumnOf } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { correlation } from '../statistics/correlation';
import { mean } from '../statistics/mean';
import { convolved, haemodynamicResponse } from '../signal/haemodynamicResponse';
import { autoregressive, drift, smoothed } from './noise';
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

const heardEnvelope = (piece: number) =>
  convolved(standardised(sounds[piece].envelope), haemodynamicResponse(1));
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

describe('noise', () => {
  it('has the correlation and the spread that were asked for', () => {
    const series = autoregressive(createRandom(4, 'noise'), 20_000, 0.5);
    expect(correlation(series.subarray(1), series.subarray(0, -1))).toBeCloseTo(0.5, 1);
    expect(mean(series.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it('keeps what is still when it is smoothed, and lies within what it was', () => {
    const series = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(series, fc.double({ min: 0.2, max: 5, noNaN: true }), (values, width) => {
        const smooth = smoothed(Float64Array.from(values), width);
        expect(Math.max(...smooth)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(Math.min(...smooth)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      }),
    );
  });

  it('drifts more slowly than it is sampled', () => {
    const slow = drift(createRandom(3, 'drift'), 300);
    expect(correlation(slow.subarray(1), slow.subarray(0, -1))).toBeGreaterThan(0.99);
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
