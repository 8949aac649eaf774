import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchTurns } from './searchTurns';

/** So many turns, of which each takes 1. */
function turnsOf(turns: SearchTurns<string>, count: number): string[] {
  return Array.from({ length: count }, () => {
    const work = turns.next()!;
    turns.charge(work, 1);
    return work;
  });
}

describe('SearchTurns', () => {
  it('goes from asker to asker, and then from one of their searches to the next', () => {
    const turns = new SearchTurns<string>();
    for (const work of ['a1', 'a2', 'a3']) turns.add('a', work);
    turns.add('b', 'b1');
    const order = turnsOf(turns, 6);
    expect(order.filter((work) => work === 'b1')).toHaveLength(3);
    expect(new Set(order)).toEqual(new Set(['a1', 'a2', 'a3', 'b1']));
  });

  it('gives what is new its first turn before all that was worked on', () => {
    const turns = new SearchTurns<string>();
    turns.add('a', 'a1');
    turns.add('b', 'b1');
    turnsOf(turns, 7);
    turns.add('c', 'c1');
    expect(turnsOf(turns, 1)).toEqual(['c1']);
    turnsOf(turns, 5);
    turns.add('a', 'a2');
    expect(turnsOf(turns, 3)).toContain('a2');
  });

  it('passes over what may not be worked on, without losing its turn', () => {
    const turns = new SearchTurns<string>();
    turns.add('a', 'a1');
    turns.add('b', 'b1');
    expect(turns.next((work) => work === 'a1')).toBe('a1');
    expect(turns.next(() => false)).toBeUndefined();
    turns.remove('b1');
    turns.remove('b1');
    expect([...turns]).toEqual(['a1']);
    turns.remove('a1');
    expect(turns.next()).toBeUndefined();
  });

  it('gives everybody an equal share, also beside one who asks again and again', () => {
    const work = fc.record({ asker: fc.constantFrom('a', 'b', 'c'), pieces: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(work, { minLength: 30, maxLength: 60 }), (small) => {
        const turns = new SearchTurns<{ asker: string; left: number }>();
        const large = { asker: 'large', left: Infinity };
        turns.add('large', large);
        const taken = new Map<string, number>();
        for (const { asker, pieces } of small) {
          const mine = { asker, left: pieces };
          turns.add(asker, mine);
          while (mine.left > 0) {
            const next = turns.next()!;
            next.left--;
            turns.charge(next, 1);
            taken.set(next.asker, (taken.get(next.asker) ?? 0) + 1);
          }
          turns.remove(mine);
        }
        // It waits for nobody longer than they take in one turn, or in what they were owed.
        const most = Math.max(...['a', 'b', 'c'].map((asker) => taken.get(asker) ?? 0));
        expect(taken.get('large') ?? 0).toBeGreaterThanOrEqual(most - 3);
      }),
    );
  });
});
