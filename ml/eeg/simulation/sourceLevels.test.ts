import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eegGenerators } from './eegGenerators';
import { defaultEegSimulation } from './eegSimulationPlan';
import { emotionAt } from './simulatedTrack';
import { simulateEeg } from './simulateEeg';
import { levelHopSeconds, sourceLevels, stretchSeconds } from './sourceLevels';
import { spreadTracks, steadyTrack } from './testing/steadyTracks.testing';

const quiet = { ...defaultEegSimulation, stateDeviation: 0, spectraStrength: 0, effectStrength: 1 };
const affect = fc.float({ min: -1, max: 1, noNaN: true });
const points = fc.record({ valence: affect, arousal: affect });

describe('levels of sources', () => {
  it('are what the plan says, after the lag, and nothing before', () => {
    fc.assert(
      fc.property(fc.nat(1000), points, (seed, point) => {
        const track = steadyTrack('only', 8, point);
        const eeg = simulateEeg([track], { ...quiet, seed, participants: 1 });
        const { lagSeconds, gain } = eeg.participants[0].traits;
        const levels = sourceLevels(eeg, { participant: 0, track: 0 });
        eegGenerators.forEach(({ follows }, index) => {
          const felt =
            follows.valence * gain.valence * emotionAt(track.curve, 0).valence +
            follows.arousal * gain.arousal * emotionAt(track.curve, 0).arousal;
          levels[index].forEach((level, at) => {
            const seconds = at * levelHopSeconds - eeg.plan.restSeconds;
            expect(level).toBeCloseTo(seconds < lagSeconds ? 0 : felt, 10);
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  it('know nothing of the music at a strength of 0', () => {
    fc.assert(
      fc.property(fc.nat(1000), points, points, (seed, one, other) => {
        const [levels, others] = [one, other].map((point) =>
          sourceLevels(
            simulateEeg([steadyTrack('only', 5, point)], {
              ...defaultEegSimulation,
              effectStrength: 0,
              seed,
            }),
            { participant: 2, track: 0 },
          ),
        );
        expect(levels).toEqual(others);
      }),
      { numRuns: 30 },
    );
  });

  it('wear off over a session by as much as the participant habituates', () => {
    const tracks = ['a', 'b', 'c'].map((name) => steadyTrack(name, 8, { valence: 0.8, arousal: 0.1 }));
    const eeg = simulateEeg(tracks, { ...quiet, habituation: [0.4, 0.4] });
    const { order } = eeg.participants[3].traits;
    const last = order.map((track) => sourceLevels(eeg, { participant: 3, track })[1].at(-1)!);
    expect(last[1] / last[0]).toBeCloseTo(0.8, 6);
    expect(last[2] / last[0]).toBeCloseTo(0.6, 6);
  });

  it('vary by the planned deviation from moment to moment and track to track', () => {
    const tracks = spreadTracks(60, 8);
    const eeg = simulateEeg(tracks, { ...quiet, effectStrength: 0, stateDeviation: 0.4, participants: 1 });
    const all = tracks
      .flatMap((_, track) => sourceLevels(eeg, { participant: 0, track }).map((own) => [...own]))
      .flat();
    const deviation = Math.sqrt(all.reduce((sum, level) => sum + level * level, 0) / all.length);
    expect(deviation).toBeGreaterThan(0.37);
    expect(deviation).toBeLessThan(0.43);
    expect(all.length).toBe(
      60 * eegGenerators.length * (stretchSeconds(eeg, tracks[0]) / levelHopSeconds + 1),
    );
  });
});
