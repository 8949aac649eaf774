import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChoiceRules, chooseForCues, type CueToFill } from './chooseForCues';
import { constraintPrices } from './constraintPrices';

const once: ChoiceRules = { reusePenalty: Infinity };
const cue = (durationSeconds: number, costs: Record<number, number>, locked?: number): CueToFill => ({
  durationSeconds,
  candidates: Object.entries(costs).map(([trackId, cost]) => ({ trackId: Number(trackId), cost })),
  locked,
});

const tracksOf = (cues: readonly CueToFill[], rules: ChoiceRules) =>
  chooseForCues(cues, rules).chosen.map((candidate, place) =>
    candidate === null ? null : cues[place].candidates[candidate].trackId,
  );

/** Every choice there is, with as many unfilled as it leaves and its total; undefined where a rule forbids it. */
function judge(cues: readonly CueToFill[], chosen: readonly (number | null)[], rules: ChoiceRules) {
  const users = new Map<number, { locked: boolean }[]>();
  let total = 0;
  let unfilled = 0;
  chosen.forEach((candidate, place) => {
    if (candidate === null) return unfilled++;
    const { trackId, cost } = cues[place].candidates[candidate];
    total += cues[place].durationSeconds * cost;
    users.set(trackId, [...(users.get(trackId) ?? []), { locked: cues[place].locked !== undefined }]);
  });
  for (const [trackId, list] of users) {
    if (list.length === 1 || rules.free?.has(trackId)) continue;
    if (rules.reusePenalty < Infinity) total += rules.reusePenalty * (list.length - 1);
    else if (list.some(({ locked }) => !locked)) return undefined;
  }
  return { total, unfilled };
}

function bestOfAll(cues: readonly CueToFill[], rules: ChoiceRules) {
  let choices: (number | null)[][] = [[]];
  for (const { candidates, locked } of cues) {
    const options = locked === undefined ? [null, ...candidates.keys()] : [locked];
    choices = choices.flatMap((choice) => options.map((option) => [...choice, option]));
  }
  return choices
    .flatMap((choice) => judge(cues, choice, rules) ?? [])
    .reduce((best, each) =>
      each.unfilled < best.unfilled || (each.unfilled === best.unfilled && each.total < best.total)
        ? each
        : best,
    );
}

const cueLists = fc.array(
  fc
    .record({
      durationSeconds: fc.constantFrom(10, 25, 60),
      candidates: fc.array(
        fc.record({
          trackId: fc.integer({ min: 1, max: 4 }),
          cost: fc.oneof(fc.constantFrom(0, 0.1), fc.double({ min: 0, max: 1, noNaN: true })),
        }),
        { maxLength: 4 },
      ),
      lock: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
    })
    .map(({ lock, ...each }): CueToFill => {
      const count = each.candidates.length;
      return { ...each, locked: lock === undefined || count === 0 ? undefined : lock % count };
    }),
  { maxLength: 4 },
);
const ruleSets = fc.record({
  reusePenalty: fc.constantFrom(0, 2, 9, Infinity),
  free: fc.constantFrom(undefined, new Set([2])),
});

describe('chooseForCues', () => {
  it('gives up the best for one cue where that serves all', () => {
    const cues = [cue(10, { 1: 0.1, 2: 0.2 }), cue(10, { 1: 0.1, 2: 0.9 })];
    expect(tracksOf(cues, once)).toEqual([2, 1]);
    expect(tracksOf(cues, { reusePenalty: 0.5 })).toEqual([1, 1]);
    expect(tracksOf(cues, { reusePenalty: 1.5 })).toEqual([2, 1]);
  });

  it('weighs a cue by its length', () => {
    const cues = [cue(90, { 1: 0.1, 2: 0.2 }), cue(10, { 1: 0.1, 2: 0.5 })];
    expect(tracksOf(cues, once)).toEqual([1, 2]);
  });

  it('leaves a cue unfilled where tracks run out, and keeps what is locked', () => {
    const cues = [cue(10, { 1: 0.3 }), cue(10, { 1: 0.1 }), cue(10, { 1: 0.9 }, 0), cue(10, {})];
    expect(chooseForCues(cues, once)).toEqual({ chosen: [null, null, 0, null], total: 9, unfilled: 3 });
    const both = [cue(10, { 1: 0.3 }, 0), cue(10, { 1: 0.1 }, 0)];
    expect(chooseForCues(both, once)).toMatchObject({ chosen: [0, 0], unfilled: 0 });
  });

  it('is the best of all choices there are', () => {
    fc.assert(
      fc.property(cueLists, ruleSets, (cues, rules) => {
        const choice = chooseForCues(cues, rules);
        const judged = judge(cues, choice.chosen, rules)!;
        expect(judged.unfilled).toBe(choice.unfilled);
        expect(judged.total).toBeCloseTo(choice.total, 9);
        const best = bestOfAll(cues, rules);
        expect(choice.unfilled).toBe(best.unfilled);
        expect(choice.total).toBeCloseTo(best.total, 9);
        cues.forEach(({ locked }, place) => {
          if (locked !== undefined) expect(choice.chosen[place]).toBe(locked);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('constraintPrices', () => {
  it('tells what a lock and a track’s single use cost', () => {
    const cues = [cue(10, { 1: 0.1, 2: 0.4 }, 1), cue(10, { 1: 0.2, 2: 0.1 }), cue(10, { 1: 0.2, 3: 0.5 })];
    const choice = chooseForCues(cues, once);
    expect(choice.total).toBeCloseTo(4 + 2 + 5, 9);
    const prices = constraintPrices(cues, once, choice);
    const totals = prices.map(({ constraint, total }) => [
      JSON.stringify(constraint),
      Number(total.toFixed(9)),
    ]);
    expect(totals).toEqual([
      ['{"kind":"locked","cue":0}', 4],
      ['{"kind":"track","trackId":2}', 4],
      ['{"kind":"track","trackId":1}', 3],
      ['{"kind":"all tracks"}', 4],
    ]);
  });

  it('never lets a cue be lost or, where none is gained, the total rise', () => {
    fc.assert(
      fc.property(cueLists, ruleSets, (cues, rules) => {
        const choice = chooseForCues(cues, rules);
        for (const { constraint, total, filled } of constraintPrices(cues, rules, choice)) {
          // A lock may be what two cues share a track by.
          if (constraint.kind === 'locked' && rules.reusePenalty === Infinity) continue;
          expect(filled).toBeGreaterThanOrEqual(0);
          if (filled === 0) expect(total).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });
});
