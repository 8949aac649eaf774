import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HeadlineScores } from './headlineScores';
import type { Evaluation } from './trained';

const evaluation = (scheme: string, dimension: Evaluation['dimension'], mean: number): Evaluation => ({
  ...{ scheme, dimension, variant: 'full', emotion: {}, music: {}, track: {}, probe: null, skipped: [] },
  eeg: { accuracy: { mean, low: mean - 0.1, high: mean + 0.1, chance: 0.5 } },
});

const words = (evaluations: Evaluation[], isAboveChance: boolean): string =>
  renderToStaticMarkup(
    <HeadlineScores trained={{ record: { evaluations }, scores: [{ aboveChance: isAboveChance }] }} />,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('HeadlineScores', () => {
  it('has tracks left out and both left out, not the other ways, each dimension by itself', () => {
    const told = words(
      [
        evaluation('tracks', 'valence', 0.61),
        evaluation('participants', 'valence', 0.99),
        evaluation('both', 'arousal', 0.58),
      ],
      true,
    );
    expect(told).toContain('Valence, (i) tracks left out, within participants');
    expect(told).toContain('61.0 [51.0, 71.0]');
    expect(told).toContain('Arousal, (iii) participants and tracks left out');
    expect(told).toContain('58.0 [48.0, 68.0]');
    expect(told).toContain('Valence, (iii) participants and tracks left out: it was not run');
    expect(told).not.toContain('99.0');
    expect(told).not.toContain('No better than chance');
  });

  it('says before any number that nothing is above chance', () => {
    const told = words([evaluation('tracks', 'valence', 0.5)], false);
    expect(told.indexOf('No better than chance')).toBeGreaterThan(0);
    expect(told.indexOf('No better than chance')).toBeLessThan(told.indexOf('50.0'));
  });
});
