import { describe, expect, it } from 'vitest';
import { parseInput } from '../base/parseInput';
import { cueQuery } from './cueQuery';

const points = [
  { t: 0, valence: -0.2, arousal: 0 },
  { t: 10, valence: 0.5, arousal: 1 },
];
const query = { points, durationSeconds: 10 };
const stretch = { start: 2, end: 4, weight: 3 };

describe('cueQuery', () => {
  it('fills in what is not said: half a second of tolerance, and all counts the same', () => {
    expect(parseInput(cueQuery, query)).toEqual({
      ...query,
      toleranceSeconds: 0.5,
      importance: [],
      limit: 10,
    });
  });

  it.each([
    [{ durationSeconds: undefined }, 'invalid durationSeconds: (none)'],
    [{ durationSeconds: 601 }, 'invalid durationSeconds: 601 (cut what is longer than 600 s into cues)'],
    [{ durationSeconds: 9.5 }, 'invalid points[1].t: 10 (it is after the end, 9.5)'],
    [{ toleranceSeconds: 3 }, 'invalid toleranceSeconds: 3 '],
    [{ importance: [{ ...stretch, weight: 4.5 }] }, 'invalid importance[0].weight: 4.5 '],
    [{ importance: [{ ...stretch, weight: -1 }] }, 'invalid importance[0].weight: -1 '],
    [{ importance: [{ ...stretch, end: 2 }] }, 'invalid importance[0]: '],
    [
      { importance: [{ start: 0, end: 600, weight: 0 }] },
      'invalid importance: [{"start":0,"end":600,"weight":0}] (nothing counts: leave a weight above 0 somewhere)',
    ],
    [{ blend: -0.1 }, 'invalid blend: -0.1 '],
    [{ limit: 201 }, 'invalid limit: 201 '],
  ])('refuses %j', (change, message) => {
    expect(() => parseInput(cueQuery, { ...query, ...change } as typeof query)).toThrow(message);
  });
});
