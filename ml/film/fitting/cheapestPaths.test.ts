import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveHopSeconds } from '../../affect/curveHop';
import { smoothCurve } from '../testing/curves.testing';
import { cueOf } from '../cue';
import { cheapestPaths, type PathSpace } from './cheapestPaths';
import { leastBars } from './filmEdit';
import type { Join } from './joinCandidates';
import { pieceCosts } from './pieceCosts';

const barSeconds = Array.from({ length: 31 }, (_, bar) => 0.5 + 2 * bar);

/** Pieces of a smooth curve under a smooth cue, with joins drawn at random. */
function spaceOf(seed: number, pairs: readonly (readonly [number, number])[]): PathSpace {
  const curve = smoothCurve(seed, 130);
  const cue = cueOf({
    points: [
      { t: 0, valence: 0.4, arousal: -0.2 },
      { t: 40, valence: -0.3, arousal: 0.4 },
    ],
    durationSeconds: 40,
    importance: [],
    toleranceSeconds: 0,
    blend: 0,
  });
  const joinsFrom = new Map<number, Join[]>();
  for (const [from, to] of pairs)
    if (from !== to)
      joinsFrom.set(from, [...(joinsFrom.get(from) ?? []), { from, to, distance: (from % 5) / 5 }]);
  return {
    ...{ barSeconds, joinsFrom, durationSeconds: 40, trackSeconds: 65, mostJoins: 1 },
    cost: pieceCosts(cue, curve, curve),
    joinCost: ({ distance }) => 0.3 * distance,
  };
}

/** Every edit with exactly one join. */
function plainCheapest({ joinsFrom, cost, joinCost, durationSeconds, trackSeconds }: PathSpace): number {
  let best = Infinity;
  const at = (seconds: number) => Math.round(seconds / curveHopSeconds);
  for (let first = 0; first < barSeconds.length - 1; first++)
    for (const join of [...joinsFrom.values()].flat()) {
      const length = barSeconds[join.from] - barSeconds[first];
      const left = durationSeconds - length;
      if (join.from < first + leastBars || left <= 0 || barSeconds[join.to] + left > trackSeconds) continue;
      if (barSeconds[join.to + leastBars] === undefined) continue;
      if (left < barSeconds[join.to + leastBars] - barSeconds[join.to] - 0.5) continue;
      const total =
        cost(0, at(length), barSeconds[first]) +
        joinCost(join) +
        cost(at(length), at(durationSeconds), barSeconds[join.to]);
      best = Math.min(best, total);
    }
  return best;
}

describe('the cheapest paths', () => {
  it('are those of trying every edit with one join', () => {
    const bar = fc.integer({ min: 0, max: 30 });
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 29 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(bar, pairs, (seed, drawn) => {
        const space = spaceOf(seed, drawn);
        const found = cheapestPaths(space).find(({ joins }) => joins.length === 1);
        const plain = plainCheapest(space);
        if (plain === Infinity) expect(found).toBeUndefined();
        else expect(found!.cost).toBeCloseTo(plain, 4);
      }),
      { numRuns: 60 },
    );
  });

  it('without a join are the best stretch that begins on a bar', () => {
    const space = spaceOf(3, []);
    const [path, ...others] = cheapestPaths(space);
    expect(others).toEqual([]);
    const costs = barSeconds
      .slice(0, -1)
      .map((start) => (start + 40 <= 65 ? space.cost(0, 80, start) : Infinity));
    expect(path.cost).toBe(Math.min(...costs));
    expect(path.firstBar).toBe(costs.indexOf(path.cost));
  });
});
