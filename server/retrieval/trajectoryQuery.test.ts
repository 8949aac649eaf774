import { describe, expect, it } from 'vitest';
import { parseInput } from '../base/parseInput';
import { trajectoryQuery } from './trajectoryQuery';

const points = [
  { t: 0, valence: -0.2, arousal: 0 },
  { t: 10, valence: 0.5, arousal: 1 },
];
const query = { points, durationSeconds: 10 };

describe('trajectoryQuery', () => {
  it('fills in what is not said', () => {
    expect(parseInput(trajectoryQuery, query)).toEqual({ ...query, scope: 'track', limit: 10 });
  });

  it.each([
    [{ scope: 'section', durationSeconds: undefined }, 'invalid durationSeconds: (none) (a section needs'],
    [{ scope: 'section', durationSeconds: 4000 }, 'invalid durationSeconds: 4000 (sections up to 600 s'],
    [{ durationSeconds: 0 }, 'invalid durationSeconds: '],
    [{ durationSeconds: 9.5 }, 'invalid points[1].t: 10 (it is after the end, 9.5)'],
    [{ points, durationSeconds: undefined }, 'invalid points[1].t: 10 (it is after the end, 1)'],
    [{ points: [] }, 'invalid points: '],
    [{ points: [{ t: NaN, valence: 0, arousal: 0 }] }, 'invalid points[0].t: '],
    [{ points: [{ t: 0, valence: -1.5, arousal: 0 }] }, 'invalid points[0].valence: -1.5 '],
    [{ blend: 1.5 }, 'invalid blend: 1.5 '],
    [{ band: NaN }, 'invalid band: '],
    [{ limit: 0 }, 'invalid limit: 0 '],
    [{ limit: 1.5 }, 'invalid limit: '],
    [
      { lengthRatio: { min: 2, max: 1 } },
      'invalid lengthRatio: {"min":2,"max":1} (min must not be over max)',
    ],
    [{ lengthRatio: { min: 0, max: 1 } }, 'invalid lengthRatio.min: '],
  ] as const)('refuses %o', (change, message) => {
    const changed = { ...query, ...change } as Parameters<typeof trajectoryQuery.parse>[0];
    const refused = expect(() => parseInput(trajectoryQuery, changed as typeof query));
    refused.toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining(message) as string }),
    );
  });
});
