import { describe, expect, it } from 'vitest';
import { doubleColumnOf } from '../../../linear/doubleMatrix';
import { correlation } from '../../../statistics/correlation';
import { mean } from '../../../statistics/mean';
import { subtractAverage } from '../../cleaning/subtractAverage';
import type { EntropyWindows } from '../../eegSignal';
import { differentialEntropy } from '../../entropy/differentialEntropy';
import { entropyPlans } from '../../entropy/entropyPlans';
import { defaultEegSimulation, noArtefacts } from '../eegSimulationPlan';
import { simulatedTrial } from '../simulatedTrial';
import { simulateEeg } from '../simulateEeg';
import { meanEntropies, trackMeans } from '../testing/meanEntropies.testing';
import { spreadTracks, steadyTrack } from '../testing/steadyTracks.testing';
import { simulatedWindows } from './simulatedWindows';

const plan = { ...defaultEegSimulation, artefacts: noArtefacts };
const stepwise = { ...entropyPlans.default, windowSeconds: 1, hopSeconds: 1 };

/** [feature][window], of windows of one step. */
function columnsOf({ values, startSeconds }: EntropyWindows): Float64Array[] {
  const width = values.length / startSeconds.length;
  return Array.from({ length: width }, (_, column) =>
    Float64Array.from(startSeconds, (_, window) => values[window * width + column]),
  );
}

function deviation(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

describe('windows without a signal', () => {
  const eeg = simulateEeg([steadyTrack('long', 160, { valence: 0.5, arousal: -0.5 })], {
    ...plan,
    effectStrength: 1,
  });
  const listening = { participant: 1, track: 0 };
  const signal = simulatedTrial(eeg, listening);
  subtractAverage(signal, [...signal.samples]);
  const measured = columnsOf(differentialEntropy(signal, stepwise));
  const drawn = columnsOf(simulatedWindows(eeg, listening, stepwise));

  it('are as many, and of the channels and bands, as those of the signal', () => {
    const [full, quick] = [
      differentialEntropy(signal, entropyPlans.default),
      simulatedWindows(eeg, listening, entropyPlans.default),
    ];
    expect({ ...quick, values: quick.values.length }).toEqual({ ...full, values: full.values.length });
  });

  it('have the means of those of the signal', () => {
    const differences = drawn.map((own, column) => mean(own) - mean(measured[column]));
    expect(Math.abs(mean(differences))).toBeLessThan(0.03);
    differences.forEach((difference) => expect(Math.abs(difference)).toBeLessThan(0.15));
  });

  it('vary by chance as those of the signal do, in every band', () => {
    for (let band = 0; band < 4; band++) {
      const ofBand = (columns: Float64Array[]) => columns.filter((_, column) => column % 4 === band);
      const ratio = mean(ofBand(drawn).map(deviation)) / mean(ofBand(measured).map(deviation));
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  it('vary together at near electrodes as those of the signal do', () => {
    const together = (columns: Float64Array[], first: string, second: string) => {
      const at = (channel: string) => 4 * signal.channels.indexOf(channel);
      return mean(
        [0, 1, 2, 3].map((band) => correlation(columns[at(first) + band], columns[at(second) + band])!),
      );
    };
    for (const [first, second] of [
      ['O1', 'PO3'],
      ['F3', 'FC1'],
      ['F7', 'P8'],
      ['Fp1', 'Fp2'],
    ])
      expect(Math.abs(together(drawn, first, second) - together(measured, first, second))).toBeLessThan(0.2);
  });

  it('do not follow from one step to the next more than those of the signal', () => {
    const following = (columns: Float64Array[]) =>
      mean(columns.map((own) => correlation(own.subarray(1), own.subarray(0, -1))!));
    expect(Math.abs(following(drawn) - following(measured))).toBeLessThan(0.08);
  });
});

it('knows nothing of the music at a strength of 0, and the same seed gives the same', () => {
  const silent = { ...plan, effectStrength: 0 };
  const [tracks] = [spreadTracks(3, 12)];
  const others = tracks.map((track, index) => ({ ...track, curve: tracks[(index + 1) % 3].curve }));
  const listening = { participant: 4, track: 2 };
  const of = (heard: typeof tracks, strength: number) =>
    simulatedWindows(
      simulateEeg(heard, { ...silent, effectStrength: strength }),
      listening,
      entropyPlans.default,
    );
  expect(of(tracks, 0)).toEqual(of(others, 0));
  expect(of(tracks, 0.5)).toEqual(of(tracks, 0.5));
  expect(of(tracks, 0.5)).not.toEqual(of(others, 0.5));
});

it('marks tracks alike in two people by a fingerprint, and not without one', () => {
  const tracks = spreadTracks(24, 12);
  const alike = (fingerprintStrength: number) => {
    const eeg = simulateEeg(tracks, { ...plan, effectStrength: 0, fingerprintStrength });
    const [one, other] = [0, 1].map((participant) =>
      trackMeans(meanEntropies(eeg, participant, { ...entropyPlans.default, hopSeconds: 2 })),
    );
    const columns = Array.from({ length: one.columns }, (_, column) => column);
    return mean(
      columns.map((column) => correlation(doubleColumnOf(one, column), doubleColumnOf(other, column))!),
    );
  };
  expect(alike(1)).toBeGreaterThan(0.2);
  expect(Math.abs(alike(0))).toBeLessThan(0.1);
});

it('refuses what it cannot draw', () => {
  const eeg = simulateEeg(spreadTracks(1, 12), plan);
  const drawn = (changed: object) => () =>
    simulatedWindows(eeg, { participant: 0, track: 0 }, { ...entropyPlans.default, ...changed });
  expect(drawn({ method: 'filter-bank' })).toThrow('invalid method: filter-bank');
  expect(drawn({ hopSeconds: 0.25 })).toThrow('invalid hopSeconds');
  expect(drawn({ windowSeconds: 2.5 })).toThrow('invalid windowSeconds: 2.5');
});
