import { describe, expect, it } from 'vitest';
import { cueOf } from './cue';
import { cueQuestion } from './cueQuestion';

const film = { rate: { numerator: 24, denominator: 1 } };
const cue = { inFrame: 240, outFrame: 480, toleranceSeconds: 0.5, mode: 'both' } as const;

const curve = [
  { t: 0, valence: -1, arousal: 0 },
  { t: 12, valence: 0, arousal: 0.5 },
  { t: 40, valence: 1, arousal: 0.5 },
];

describe('what a search is asked for a cue', () => {
  it('is the film’s curve under it, on its own time', () => {
    const question = cueQuestion({ film, curve, importance: [{ start: 5, end: 11, weight: 4 }] }, cue);
    expect(question).toMatchObject({ durationSeconds: 10, toleranceSeconds: 0.5, blend: 0.5 });
    expect(question.points.map(({ t }) => t)).toEqual([0, 2, 10]);
    expect(question.points[0].valence).toBeCloseTo(-1 / 6, 6);
    expect(question.points[2].valence).toBeCloseTo(8 / 28, 6);
    expect(question.importance).toEqual([{ start: 0, end: 1, weight: 4 }]);
    expect(cueOf(question).query.length).toBe(20);
  });

  it('leaves out what lies beside the cue, and takes what begins at its end as what follows', () => {
    const jump = [
      { t: 0, valence: 0.2, arousal: 0 },
      { t: 20, valence: 0.2, arousal: 0 },
      { t: 20, valence: -1, arousal: 1 },
    ];
    const importance = [
      { start: 0, end: 10, weight: 2 },
      { start: 20, end: 30, weight: 3 },
    ];
    const question = cueQuestion({ film, curve: jump, importance }, { ...cue, mode: 'shape' });
    expect(question.points.at(-1)!.valence).toBeCloseTo(0.2, 6);
    expect(question).toMatchObject({ importance: [], blend: 1 });
  });

  it('needs a curve', () => {
    expect(() => cueQuestion({ film, curve: [], importance: [] }, cue)).toThrow('invalid curve: []');
  });
});
