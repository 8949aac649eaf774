import { describe, expect, it } from 'vitest';
import { querySketches } from './querySketches';

const points = [
  { t: 0, valence: -0.8, arousal: 0.5 },
  { t: 1, valence: 0.8, arousal: 0.5 },
];
const sketch = (more: object) => querySketches({ points, scope: 'track', limit: 1, ...more });
const kindsOf = (more: object) => [...new Set(sketch(more).map(({ kind }) => kind))].sort();
const bandOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('querySketches', () => {
  it('are of what the query compares', () => {
    expect(kindsOf({ mode: 'level' })).toEqual(['level']);
    expect(kindsOf({ mode: 'shape' })).toEqual(['shape']);
    expect(kindsOf({})).toEqual(['shape']);
    expect(kindsOf({ blend: 0.3 })).toEqual(['level', 'shape']);
  });

  it('begin with the segment means of the drawing as it is', () => {
    sketch({ mode: 'level' })[0].sketch.forEach((value, index) => {
      expect(value).toBeCloseTo(index < 8 ? -0.8 + 1.6 * ((index + 0.5) / 8) : 0.5, 5);
    });
  });

  it('bend time by six tenths of the band at most, and leave both ends and what rests in place', () => {
    const sketches = sketch({ mode: 'level', band: 0.1 }).map((each) => [...each.sketch]);
    expect(sketches).toHaveLength(7);
    // The drawing rises by 1.6, so that a shift of 0.06 is seen as 0.096.
    const spreadOf = (segment: number) => bandOf(sketches.map((each) => each[segment]));
    for (let segment = 0; segment < 8; segment++) {
      expect(spreadOf(segment)).toBeLessThanOrEqual(2 * 0.096 + 1e-5);
      expect(spreadOf(8 + segment)).toBeCloseTo(0, 5);
    }
    expect(spreadOf(3)).toBeGreaterThan(0.17);
    expect(spreadOf(0)).toBeLessThan(0.1);
    const still = sketch({ mode: 'level', band: 0 }).map((each) => [...each.sketch]);
    still.forEach((each) => expect(each).toEqual(still[0]));
  });
});
