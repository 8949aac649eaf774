import { describe, expect, it } from 'vitest';
import { rankAfterCurve } from './rankAfterCurve';

const candidate = (name: string, distance: number, cost: number) => ({ name, distance, hits: { cost } });
const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name).join('');

describe('rankAfterCurve', () => {
  it('asks the hit points among those whose curves fit about as well, and no further', () => {
    const list = [
      candidate('d', 0.3, 0),
      candidate('a', 0.2, 9),
      candidate('c', 0.22, 1),
      candidate('b', 0.205, 4),
    ];
    expect(namesOf(rankAfterCurve(list))).toBe('bacd');
  });

  it('keeps the order of the curve where nothing is missed', () => {
    const list = [candidate('b', 0.101, 0), candidate('a', 0.1, 0), candidate('c', 0.102, 0)];
    expect(namesOf(rankAfterCurve(list))).toBe('abc');
    expect(rankAfterCurve([])).toEqual([]);
  });
});
