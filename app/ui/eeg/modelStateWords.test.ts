import { describe, expect, it } from 'vitest';
import { modelStateWords } from './modelStateWords';

type Model = Parameters<typeof modelStateWords>[0];

const waiting: Model = { state: 'queued', progress: 0, secondsLeft: null, failure: null, digest: null };

const digest = (noBetterThanChance: boolean): Model['digest'] => ({
  ...{ preset: 'reduced', embedding: 'own', channels: 32, participants: 8, tracks: 20, windows: 900 },
  noBetterThanChance,
  scores: [
    {
      ...{ dimension: 'valence', scheme: 'both', leftOut: 'people and tracks it was not trained on' },
      ...{ accuracy: { mean: 0.612, low: 0.57, high: 0.65 }, emotionMap: null, own: null },
      aboveChance: !noBetterThanChance,
    },
  ],
});

describe('modelStateWords', () => {
  it('says how far training is, and how long it still takes', () => {
    expect(modelStateWords(waiting)).toBe('Waiting.');
    expect(modelStateWords({ ...waiting, state: 'running', progress: 0.314, secondsLeft: 75 })).toBe(
      'Training: 31 %, about 1:15 left',
    );
  });

  it('says plainly that a model is no better than chance', () => {
    expect(modelStateWords({ ...waiting, state: 'done', digest: digest(true) })).toBe(
      'No better than chance on people and tracks it was not trained on.',
    );
  });

  it('tells a dimension that is found from one that is not', () => {
    const one = digest(false)!;
    const scores = [...one.scores, { ...one.scores[0], dimension: 'arousal' as const, aboveChance: false }];
    expect(modelStateWords({ ...waiting, state: 'done', digest: { ...one, scores } })).toBe(
      'On people and tracks it was not trained on: valence better than chance, arousal no better than chance.',
    );
    expect(modelStateWords({ ...waiting, state: 'done', digest: { ...one, scores: [] } })).toMatch(
      'never judged',
    );
  });

  it('gives the reason of a failure', () => {
    expect(modelStateWords({ ...waiting, state: 'failed', failure: 'PyTorch is not installed' })).toBe(
      'PyTorch is not installed',
    );
  });
});
