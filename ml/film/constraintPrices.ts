import { finish } from '../finish';
import { type Choice, type ChoiceRules, choosing, type CueToFill } from './chooseForCues';

/** What one constraint costs: how much better all cues together would do without it. */
export interface ConstraintPrice {
  /** A cue that is locked, a track that may not be used again freely, or all tracks. */
  constraint: { kind: 'locked'; cue: number } | { kind: 'track'; trackId: number } | { kind: 'all tracks' };
  /** How much the total would fall; where more cues would be filled it may rise instead, which is negative. */
  total: number;
  /** How many more cues would be filled. */
  filled: number;
}

/** What is chosen anew without a constraint. */
interface Without {
  constraint: ConstraintPrice['constraint'];
  cues: readonly CueToFill[];
  rules: ChoiceRules;
}

/** The price of each constraint that `choice`, which chooseForCues made of the same, is under. */
export function constraintPrices(
  cues: readonly CueToFill[],
  rules: ChoiceRules,
  choice: Choice,
): ConstraintPrice[] {
  return finish(pricing(cues, { rules, choice, mayGoOn: () => true })).prices;
}

/**
 * The same, so that it may be interrupted. Every price is another choice for all cues, and there may be hundreds: how many
 * are left where it may not go on.
 */
export function* pricing(
  cues: readonly CueToFill[],
  { rules, choice, mayGoOn }: { rules: ChoiceRules; choice: Choice; mayGoOn: () => boolean },
): Generator<void, { prices: ConstraintPrice[]; left: number }> {
  const prices: ConstraintPrice[] = [];
  const constraints = constraintsOf(cues, rules, choice);
  for (const { constraint, ...without } of constraints) {
    if (!mayGoOn()) break;
    const other = yield* choosing(without.cues, without.rules);
    prices.push({
      constraint,
      total: choice.total - other.total,
      filled: choice.unfilled - other.unfilled,
    });
  }
  return { prices, left: constraints.length - prices.length };
}

function constraintsOf(cues: readonly CueToFill[], rules: ChoiceRules, choice: Choice): Without[] {
  const locked = cues.flatMap(({ locked }, cue): Without[] => {
    if (locked === undefined) return [];
    const others = cues.map((each, place) => (place === cue ? { ...each, locked: undefined } : each));
    return [{ constraint: { kind: 'locked', cue }, cues: others, rules }];
  });
  if (rules.reusePenalty === 0) return locked;
  const tracks = contested(cues, choice).map((trackId): Without => {
    const free = new Set([...(rules.free ?? []), trackId]);
    return { constraint: { kind: 'track', trackId }, cues, rules: { ...rules, free } };
  });
  return [...locked, ...tracks, { constraint: { kind: 'all tracks' }, cues, rules: { reusePenalty: 0 } }];
}

/** Chosen tracks that another cue might have, too. */
function contested(cues: readonly CueToFill[], { chosen }: Choice): number[] {
  const used = chosen.flatMap((candidate, place) =>
    candidate === null ? [] : [cues[place].candidates[candidate].trackId],
  );
  const wanting = new Map<number, number>();
  for (const { candidates } of cues) {
    for (const trackId of new Set(candidates.map((each) => each.trackId)))
      wanting.set(trackId, (wanting.get(trackId) ?? 0) + 1);
  }
  return [...new Set(used)].filter((trackId) => wanting.get(trackId)! > 1);
}
