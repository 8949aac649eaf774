import { describe, expect, it } from 'vitest';
import { correlation } from '../../../statistics/correlation';
import { mean } from '../../../statistics/mean';
import { entropyPlans } from '../../entropy/entropyPlans';
import { defaultEegSimulation } from '../eegSimulationPlan';
import { simulateEeg } from '../simulateEeg';
import { spreadTracks, steadyTrack } from '../testing/steadyTracks.testing';
import { decodeHeldOut } from '../testing/linearDecoding.testing';
import { simulatedEmbedding } from './simulatedEmbedding';
import { describeSimulatedSet, simulatedSetWindows } from './simulatedTrainingSet';
import { doubleZeros } from '../../../linear/doubleMatrix';

const tracks = [steadyTrack('short', 9, { valence: 0, arousal: 0 }), ...spreadTracks(30, 12)];

describe('a simulated training set', () => {
  const eeg = simulateEeg(tracks, { ...defaultEegSimulation, participants: 2 });
  const material = { eeg, plan: entropyPlans.default, embedding: simulatedEmbedding(tracks, 1) };
  const windows = [...simulatedSetWindows(material)];

  it('has all windows that lie in a track, and none of a track that is shorter', () => {
    expect(windows).toHaveLength(2 * 30 * 5);
    expect(windows.slice(0, 6).map(({ startSeconds }) => startSeconds)).toEqual([0, 0.5, 1, 1.5, 2, 0]);
    expect(windows.some(({ track }) => track === 0)).toBe(false);
  });

  it('has numbers of the sizes that it tells, all finite', () => {
    const { steps, channels, bands, embedding } = describeSimulatedSet(material);
    for (const { entropy, music } of windows) {
      expect(entropy).toHaveLength(steps * channels.length * bands.length);
      expect(music).toHaveLength(embedding.width);
      expect([...entropy, ...music].every(Number.isFinite)).toBe(true);
    }
  });

  it('says that it is simulated, and whose rating is which', () => {
    const set = describeSimulatedSet(material);
    expect(set.simulated).toBe(true);
    expect(set.title).toContain('simulated');
    expect(set.embedding.name).toContain('simulated');
    expect(set.participants[1].ratings['track 3']).toEqual(eeg.participants[1].ratings[3]);
    expect(set.tracks[3]).toEqual({ name: 'track 3', durationSeconds: 12, ...eeg.raterMeans[3] });
  });
});

describe('a simulated embedding', () => {
  const embedding = simulatedEmbedding(tracks, 3);
  const of = (track: number, start: number) => [...embedding.of(track, start, 10)];

  it('is that of a track more than of a moment', () => {
    const [within, between] = [
      mean(tracks.slice(1).map((_, track) => correlation(of(track + 1, 0), of(track + 1, 2))!)),
      mean(tracks.slice(2).map((_, track) => correlation(of(track + 1, 0), of(track + 2, 0))!)),
    ];
    expect(within).toBeGreaterThan(0.9);
    expect(between).toBeLessThan(0.5);
  });

  it.each(['valence', 'arousal'] as const)('tells %s of tracks left out, not always', async (dimension) => {
    const features = doubleZeros(tracks.length, embedding.width);
    tracks.forEach((_, track) => features.values.set(of(track, 0), track * embedding.width));
    const isHigh = tracks.map(({ curve }) => curve[dimension][0] > 0);
    const accuracy = await decodeHeldOut(
      { features, tracks: [...tracks.keys()], isHigh },
      { folds: 6, by: 'track' },
    );
    expect(accuracy.windows).toBeGreaterThan(0.6);
    expect(accuracy.windows).toBeLessThan(1);
  });
});
