import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { EegFound } from '@/app/ui/eeg/eegAnswers';
import { Worth } from './worth';

const score = {
  ...{ mean: 0.61, low: 0.55, high: 0.67, chance: 0.5 },
  aboveChance: { mean: 0.11, low: 0.05, high: 0.16 },
};

const found: EegFound = {
  ...{
    simulated: false,
    noBetterThanChance: false,
    personal: null,
    searched: 320,
    stepSeconds: 1,
    attention: [],
    matches: [],
  },
  ...{ windows: { heard: 12, rejected: 3 }, probability: { valence: 0.73 } },
  warnings: ['It was filtered otherwise.'],
  scores: [
    {
      ...{ dimension: 'valence', scheme: 'both', leftOut: 'people and tracks it was not trained on' },
      ...{ accuracy: score, emotionMap: null, own: null, aboveChance: true },
    },
  ],
};

const words = (answer: EegFound): string =>
  renderToStaticMarkup(<Worth found={answer} wish={{ fromSeconds: 5, toSeconds: 65 }} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('Worth', () => {
  it('says what was heard, and the score of what was held out beside chance', () => {
    const told = words(found);
    expect(told).toContain('Valence: better than chance on people and tracks it was not trained on:');
    expect(told).toContain('accuracy 61.0 % (11.0 [5.0, 16.0] above chance)');
    expect(told).toContain(
      'Heard 12 windows between 0:05 and 1:05, 3 more left out for artefacts; 320 tracks compared.',
    );
    expect(told).toContain('It tells of valence high with 73.0 %.');
    expect(told).toContain('It was filtered otherwise.');
    expect(told).not.toContain('do not exist');
  });

  it('says that a ranking is no better than chance, and that people were made up', () => {
    const scores = found.scores.map((each) => ({ ...each, aboveChance: false }));
    const told = words({ ...found, scores, noBetterThanChance: true, simulated: true, probability: {} });
    expect(told).toContain('No better than chance : the order below says nothing');
    expect(told).toContain('Valence: no better than chance on people');
    expect(told).toContain('trained on people who do not exist');
    expect(told).not.toContain('It tells of');
  });

  it('says whose own networks heard it', () => {
    const scores = found.scores.map((each) => ({ ...each, own: { accuracy: 0.7, emotionMap: 0.725 } }));
    const told = words({ ...found, scores, personal: '07' });
    expect(told).toContain('Heard by networks that were trained on 07 alone.');
    expect(told).toContain('of this listener a mean average precision of 72.5 %');
    expect(words(found)).not.toContain('alone');
  });
});
