import { describe, expect, it } from 'vitest';
import { figureTheme } from '@/ml/figure/figureTheme';
import { latentMarks, type LatentRow } from './latentFigure';

const row = (part: Partial<LatentRow>): LatentRow => ({
  ...{ modality: 'eeg', participant: 0, track: 0, startSeconds: 0, valence: 5, arousal: 5, x: 0, y: 0 },
  ...part,
});

const rows = [
  row({ participant: 2, valence: 9 }),
  row({ participant: 0, valence: 1 }),
  row({ modality: 'music', participant: null, valence: null }),
];

const drawn = (colour: 'valence' | 'modality' | 'participant', simulated = false) =>
  latentMarks(rows, { colour, participants: ['a', 'b', 'c'], simulated, scheme: 'light' });

describe('latentMarks', () => {
  it('tells EEG from music by shape, whatever the colour', () => {
    for (const colour of ['valence', 'modality', 'participant'] as const)
      expect(drawn(colour).marks.map(({ shape }) => shape)).toEqual(['disc', 'disc', 'diamond']);
  });

  it('has the two ends of a rating apart, and grey where there is none', () => {
    const [high, low, none] = drawn('valence').marks.map(({ colour }) => colour);
    const { key } = drawn('valence');
    expect(high).not.toBe(low);
    expect(none).toBe(figureTheme('light').axis);
    expect(key.find(({ name }) => name === 'valence 9')?.colour).toBe(high);
    expect(key.find(({ name }) => name === 'valence 1')?.colour).toBe(low);
  });

  it('names the participants that are there, in their order', () => {
    expect(drawn('participant').key.map(({ name }) => name)).toEqual(['EEG', 'a', 'c', 'music']);
  });

  it('says in the key that people are made up, whatever the colour', () => {
    for (const colour of ['valence', 'modality', 'participant'] as const)
      expect(drawn(colour, true).key.some(({ name }) => name.includes('simulated'))).toBe(true);
  });
});
