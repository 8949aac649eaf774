import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrackSet } from './trackSet';

const numbers = fc.array(fc.integer({ min: 0, max: 3000 }));
const ascending = (set: Set<number>) => [...set].sort((a, b) => a - b);

describe('TrackSet', () => {
  it('holds what a Set of the same numbers holds', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (members, added, removed) => {
        const changed = TrackSet.of(members).with(added, removed);
        const expected = new Set([...members.filter((each) => !removed.includes(each)), ...added]);
        expect([...changed]).toEqual(ascending(expected));
        expect(changed.size).toBe(expected.size);
        for (let number = 0; number <= 3100; number += 7)
          expect(changed.has(number)).toBe(expected.has(number));
      }),
    );
  });

  it('stays as it is when another is made from it', () => {
    const first = TrackSet.of([1, 64]);
    first.with([2], [64]);
    expect([...first]).toEqual([1, 64]);
  });

  it('reads what another thread shares', () => {
    const set = TrackSet.of([5, 31, 32, 1_000_000]);
    const { words, size } = set;
    expect([...TrackSet.sharing({ words, size })]).toEqual([5, 31, 32, 1_000_000]);
  });

  it('refuses what is no whole number from 0 on', () => {
    expect(() => TrackSet.of([-1])).toThrow('invalid member: -1');
    expect(() => TrackSet.of([0.5])).toThrow('invalid member: 0.5');
  });
});
