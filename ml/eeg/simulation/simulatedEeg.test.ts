import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { correlation } from '../../statistics/correlation';
import { mean } from '../../statistics/mean';
import { permutationP } from '../../statistics/permutationP';
import type { EegSignal } from '../eegSignal';
import { defaultEegSimulation, type EegSimulationPlan, noArtefacts } from './eegSimulationPlan';
import { simulatedTrial } from './simulatedTrial';
import { simulateEeg } from './simulateEeg';
import { bandPower, powerSpectrum } from './testing/powerSpectrum.testing';
import { spreadTracks, steadyTrack } from './testing/steadyTracks.testing';

const clean: EegSimulationPlan = { ...defaultEegSimulation, artefacts: noArtefacts };
const neutral = { valence: 0, arousal: 0 };

const spectrumAt = ({ channels, samples, rateHz }: EegSignal, channel: string) =>
  powerSpectrum(samples[channels.indexOf(channel)], rateHz);

const deviation = (samples: Float32Array): number =>
  Math.sqrt(mean(samples.map((value) => value * value)) - mean(samples) ** 2);

/** The slope of a line through points. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const [middleX, middleY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const product = mean(points.map(([x, y]) => (x - middleX) * (y - middleY)));
  return product / mean(points.map(([x]) => (x - middleX) ** 2));
}

describe('the spectrum of simulated EEG', () => {
  const one = simulateEeg([steadyTrack('long', 100, neutral)], {
    ...clean,
    spectraStrength: 0,
    mixingStrength: 0,
  });
  const trial = simulatedTrial(one, { participant: 0, track: 0 });

  it('falls with frequency as the background does, beside the rhythms', () => {
    const beside = [1, 1.5, 2, 2.5, 50, 54, 58];
    const spectrum = spectrumAt(trial, 'Cz');
    const points = beside.map((hz) => {
      const width = 0.2 * hz;
      return [Math.log(hz), Math.log(bandPower(spectrum, hz - width / 2, hz + width / 2) / width)] as const;
    });
    expect(one.participants[0].traits.backgroundExponent).toBe(1.2);
    expect(slopeOf(points)).toBeGreaterThan(-1.45);
    expect(slopeOf(points)).toBeLessThan(-0.95);
  });

  it('has a peak of alpha at the back, less of it on top', () => {
    const peak = (channel: string) => {
      const spectrum = spectrumAt(trial, channel);
      const beside = bandPower(spectrum, 5.5, 7) + bandPower(spectrum, 13, 14.5);
      return bandPower(spectrum, 8.5, 11.5) / beside;
    };
    expect(peak('O1')).toBeGreaterThan(4);
    expect(peak('O2')).toBeGreaterThan(4);
    expect(peak('Cz')).toBeLessThan(peak('O1') / 2);
  });

  it('is as strong as that of people, and near electrodes record much the same', () => {
    trial.samples.forEach((samples) => {
      expect(deviation(samples)).toBeGreaterThan(8);
      expect(deviation(samples)).toBeLessThan(25);
    });
    const together = (first: string, second: string) =>
      correlation(
        trial.samples[trial.channels.indexOf(first)],
        trial.samples[trial.channels.indexOf(second)],
      )!;
    expect(together('FC1', 'Fz')).toBeGreaterThan(0.6);
    expect(Math.abs(together('F7', 'P8'))).toBeLessThan(0.3);
    expect(together('FC1', 'Fz')).toBeGreaterThan(together('FC1', 'Pz'));
  });

  it('differs between people by as much as is planned', () => {
    const traits = simulateEeg([steadyTrack('any', 5, neutral)], {
      ...clean,
      spectraStrength: 1,
    }).participants;
    const same = simulateEeg([steadyTrack('any', 5, neutral)], { ...clean, spectraStrength: 0 }).participants;
    const frequencies = (people: typeof traits) => new Set(people.map((person) => person.traits.alphaHz));
    expect(frequencies(traits).size).toBe(8);
    expect(frequencies(same).size).toBe(1);
    expect(traits.map((person) => person.traits.lagSeconds)).toEqual(
      same.map((person) => person.traits.lagSeconds),
    );
  });
});

describe('what is planted', () => {
  const tracks = spreadTracks(24, 10);

  /** By track, of the first participant: how much stronger alpha is on the right of the forehead, and alpha and beta as such. */
  function rhythmsOf(plan: EegSimulationPlan) {
    const eeg = simulateEeg(tracks, plan);
    return tracks.map((_, track) => {
      const trial = simulatedTrial(eeg, { participant: 0, track });
      const logPower = (channel: string, fromHz: number, toHz: number) =>
        Math.log(bandPower(spectrumAt(trial, channel), fromHz, toHz));
      return {
        asymmetry: logPower('F4', 8, 13) - logPower('F3', 8, 13),
        alpha: logPower('O1', 8, 13) + logPower('O2', 8, 13),
        beta: logPower('FC5', 13, 30) + logPower('FC6', 13, 30),
        gamma: logPower('T7', 30, 45) + logPower('T8', 30, 45),
      };
    });
  }

  /** A correlation and its permutation p, two-sided by its size. */
  function tested(one: number[], other: number[]) {
    const random = createRandom(1, 'permutations');
    const r = correlation(one, other)!;
    const drawn = Array.from({ length: 499 }, () => {
      const order = one.map((_, index) => [random.next(), index]).sort(([a], [b]) => a - b);
      return Math.abs(
        correlation(
          order.map(([, index]) => one[index]),
          other,
        )!,
      );
    });
    return { r, p: permutationP(Math.abs(r), drawn) };
  }

  const valence = tracks.map((track) => track.curve.valence[0]);
  const arousal = tracks.map((track) => track.curve.arousal[0]);
  const calm = { ...clean, stateDeviation: 0.1, mixingStrength: 0 };
  const strong = rhythmsOf({ ...calm, effectStrength: 1 });
  const absent = rhythmsOf({ ...calm, effectStrength: 0 });
  const column = (rows: typeof strong, name: keyof (typeof strong)[number]) => rows.map((row) => row[name]);

  it('has frontal alpha asymmetry rise with valence, and not at a strength of 0', () => {
    const there = tested(column(strong, 'asymmetry'), valence);
    expect(there.r).toBeGreaterThan(0.6);
    expect(there.p).toBeLessThan(0.01);
    expect(tested(column(absent, 'asymmetry'), valence).p).toBeGreaterThan(0.05);
    expect(tested(column(strong, 'asymmetry'), arousal).p).toBeGreaterThan(0.05);
  });

  it('has alpha fall and beta and gamma rise with arousal, and not at a strength of 0', () => {
    for (const [name, sign] of [
      ['alpha', -1],
      ['beta', 1],
      ['gamma', 1],
    ] as const) {
      const there = tested(column(strong, name), arousal);
      expect(sign * there.r).toBeGreaterThan(0.5);
      expect(there.p).toBeLessThan(0.01);
      expect(tested(column(absent, name), arousal).p).toBeGreaterThan(0.05);
    }
  });

  it('tells ratings near the raters’ mean, from 1 to 9', () => {
    const { raterMeans, participants } = simulateEeg(tracks, clean);
    expect(
      correlation(
        raterMeans.map((point) => point.valence),
        valence,
      ),
    ).toBeGreaterThan(0.95);
    for (const { ratings } of participants) {
      expect(
        correlation(
          ratings.map((point) => point.arousal),
          arousal,
        ),
      ).toBeGreaterThan(0.6);
      for (const rating of ratings.flatMap((point) => [point.valence, point.arousal])) {
        expect(rating).toBeGreaterThanOrEqual(1);
        expect(rating).toBeLessThanOrEqual(9);
      }
    }
  });
});

it('refuses what cannot be', () => {
  const track = steadyTrack('one', 5, neutral);
  const refused = (changed: Partial<EegSimulationPlan>) => () =>
    simulateEeg([track], { ...clean, ...changed });
  expect(refused({ participants: 0 })).toThrow('invalid participants: 0');
  expect(refused({ rateHz: 90 })).toThrow('invalid rateHz: 90');
  expect(refused({ artefacts: { ...noArtefacts, lineHz: 65 } })).toThrow('invalid lineHz: 65');
  expect(refused({ effectStrength: -1 })).toThrow('invalid effectStrength: -1');
  expect(refused({ lagSeconds: [3, 1] })).toThrow('invalid lagSeconds: 3 to 1');
  expect(refused({ artefacts: { ...noArtefacts, blinksPerMinute: NaN } })).toThrow('invalid blinksPerMinute');
  expect(() => simulateEeg([], clean)).toThrow('invalid tracks: none');
  expect(() => simulateEeg([track, track], clean)).toThrow('invalid tracks: one twice');
  expect(() => simulateEeg([steadyTrack('far', 5, { valence: 2, arousal: 0 })], clean)).toThrow(
    'invalid curve of far: 2',
  );
  expect(() => simulateEeg([{ ...track, durationSeconds: 0 }], clean)).toThrow(
    'invalid durationSeconds of one: 0',
  );
});
