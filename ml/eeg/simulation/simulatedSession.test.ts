import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../statistics/mean';
import type { EegSignal } from '../eegSignal';
import { defaultEegSimulation, noArtefacts } from './eegSimulationPlan';
import { sessionTracks, simulatedSession } from './simulatedSession';
import { simulatedTrial } from './simulatedTrial';
import { simulateEeg } from './simulateEeg';
import { steadyTrack } from './testing/steadyTracks.testing';

const tracks = [
  steadyTrack('first', 4, { valence: 0.5, arousal: -0.5 }),
  steadyTrack('second', 3.5, { valence: -0.5, arousal: 0.9 }),
  steadyTrack('third', 6, { valence: 0, arousal: 0.2 }),
];
const plan = { ...defaultEegSimulation, participants: 2 };
const eeg = simulateEeg(tracks, plan);

function joined(pieces: EegSignal[]): Float32Array[] {
  return pieces[0].channels.map((_, channel) =>
    Float32Array.from(pieces.flatMap(({ samples }) => [...samples[channel]])),
  );
}

describe('a session', () => {
  const pieces = [...simulatedSession(eeg, 1)];
  const whole = joined(pieces);

  it('is made of whole seconds and has every track once', () => {
    for (const { samples } of pieces) expect(samples[0].length % plan.rateHz).toBe(0);
    expect(whole[0]).toHaveLength((5 + 4 + (5 + 4) + (5 + 6)) * plan.rateHz);
    expect(
      sessionTracks(eeg, 1)
        .map(({ track }) => track)
        .sort(),
    ).toEqual([0, 1, 2]);
  });

  it('holds the very trials, at the onsets that it tells', () => {
    for (const { track, onsetSeconds, durationSeconds } of sessionTracks(eeg, 1)) {
      const trial = simulatedTrial(eeg, { participant: 1, track });
      const first = onsetSeconds * plan.rateHz;
      trial.samples.forEach((samples, channel) =>
        expect(whole[channel].subarray(first, first + durationSeconds * plan.rateHz)).toEqual(samples),
      );
    }
  });

  it('does not jump where pieces meet', () => {
    const calm = [...simulatedSession(simulateEeg(tracks, { ...plan, artefacts: noArtefacts }), 0)];
    const length = calm[0].samples[0].length;
    joined(calm).forEach((samples) => {
      const stepAt = (sample: number) => Math.abs(samples[sample] - samples[sample - 1]);
      const usual = Math.sqrt(mean(Array.from({ length: 500 }, (_, sample) => stepAt(sample + 1) ** 2)));
      expect(stepAt(length)).toBeLessThan(5 * usual);
    });
  });
});

describe('equal seeds', () => {
  it('give equal bytes, other seeds others', () => {
    const bytesOf = (seed: number) => {
      const [piece] = simulatedSession(simulateEeg(tracks, { ...plan, seed }), 0);
      return Buffer.concat(piece.samples.map((samples) => Buffer.from(samples.buffer)));
    };
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        expect(bytesOf(seed).equals(bytesOf(seed))).toBe(true);
        expect(bytesOf(seed).equals(bytesOf(seed + 1))).toBe(false);
      }),
      { numRuns: 4 },
    );
  });

  it('leave people and their states as they are when something else is planted', () => {
    const other = simulateEeg(tracks, {
      ...plan,
      effectStrength: 1,
      artefacts: noArtefacts,
      mixingStrength: 0,
    });
    const known = ({ traits, ratings }: (typeof eeg.participants)[number]) => ({
      ratings,
      traits: { ...traits, blinksPerMinute: 0 },
    });
    expect(other.participants.map(known)).toEqual(eeg.participants.map(known));
  });
});
