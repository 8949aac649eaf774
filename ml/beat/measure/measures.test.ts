import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beatContinuity } from './continuity';
import { beatFMeasure } from './fMeasure';

/** What reference/measures.py wrote of mir_eval. */
interface Case {
  kind: string;
  truth: number[];
  found: number[];
  fMeasure: number;
  correctLevel: number;
  anyLevel: number;
}
const cases = JSON.parse(
  readFileSync(new URL('../reference/measures.json', import.meta.url), 'utf8'),
) as Case[];

describe('measures of beats', () => {
  it.each(cases.map((each, place) => [`${each.kind} ${place}`, each] as const))(
    'are mir_eval’s (%s)',
    (_, { fMeasure, correctLevel, anyLevel, ...pair }) => {
      expect(beatFMeasure(pair)).toBeCloseTo(fMeasure, 9);
      const continuity = beatContinuity(pair);
      expect(continuity.correctLevel).toBeCloseTo(correctLevel, 9);
      expect(continuity.anyLevel).toBeCloseTo(anyLevel, 9);
    },
  );

  it('are 0 where nothing was found', () => {
    const pair = { truth: [6, 7, 8], found: [] };
    expect(beatFMeasure(pair)).toBe(0);
    expect(beatContinuity(pair)).toEqual({ correctLevel: 0, anyLevel: 0 });
  });
});
