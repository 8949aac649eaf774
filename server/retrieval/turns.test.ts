import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

describe('Turns', () => {
  it('goes from asker to asker, and then from one of their searches to the next', () => {
    const turns = new Turns<string>();
    for (const work of ['a1', 'a2', 'a3']) turns.add('a', work);
    turns.add('b', 'b1');
    const order = Array.from({ length: 6 }, () => turns.next());
    expect(order).toEqual(['a1', 'b1', 'a2', 'b1', 'a3', 'b1']);
    turns.remove('b1');
    expect(turns.next()).toBe('a1');
    expect([...turns]).toEqual(['a2', 'a3', 'a1']);
  });

  it('passes over what may not be worked on, without losing its turn', () => {
    const turns = new Turns<string>();
    turns.add('a', 'a1');
    turns.add('b', 'b1');
    expect(turns.next((work) => work === 'b1')).toBe('b1');
    expect(turns.next(() => false)).toBeUndefined();
    expect(turns.next()).toBe('a1');
  });

  it('lets nobody wait for more turns than there are others, whatever comes and goes', () => {
    const comes = fc.record({ asker: fc.constantFrom('a', 'b', 'c'), turns: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(comes, { minLength: 1, maxLength: 12 }), (all) => {
        const turns = new Turns<{ asker: string; left: number }>();
        for (const { asker, turns: left } of all) turns.add(asker, { asker, left });
        const askers = new Set(all.map(({ asker }) => asker)).size;
        const lastTurn = new Map<string, number>();
        for (let step = 0; turns.size > 0; step++) {
          const work = turns.next()!;
          expect(step - (lastTurn.get(work.asker) ?? 0)).toBeLessThanOrEqual(askers);
          lastTurn.set(work.asker, step);
          if (--work.left === 0) turns.remove(work);
        }
      }),
    );
  });
});
