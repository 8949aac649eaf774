import { type Choice, type ChoiceRules, chooseForCues, type CueToFill } from './chooseForCues';

/** What one constraint costs: how much better all cues together would do without it. */
export interface ConstraintPrice {
  /** A cue that is locked, a track that may not be used again freely, or all tracks. */
  constraint: { kind: 'locked'; cue: number } | { kind: 'track'; trackId: number } | { kind: 'all tracks' };
  /** How much the total would fall; where more cues would be filled it may rise instead, which is negative. */
  total: number;
  /** How many more cues would be filled. */
  filled: number;
}

/** The price of each constraint that `choice`, which chooseForCues made of the same, is under. */
export function constraintPrices(
  cues: readonly CueToFill[],
  rules: ChoiceRules,
  choice: Choice,
): ConstraintPrice[] {
  const price = (constraint: ConstraintPrice['constraint'], without: Choice): ConstraintPrice => ({
    constraint,
    total: choice.total - without.total,
    filled: choice.unfilled - without.unfilled,
  });
  const locked = cues.flatMap(({ locked }, cue) => {
    if (locked === undefined) return [];
    const others = cues.map((each, place) => (place === cue ? { ...each, locked: undefined } : each));
    return [price({ kind: 'locked', cue }, chooseForCues(others, rules))];
  });
  if (rules.reusePenalty === 0) return locked;
  const tracks = contested(cues, choice).map((trackId) => {
    const free = new Set([...(rules.free ?? []), trackId]);
    return price({ kind: 'track', trackId }, chooseForCues(cues, { ...rules, free }));
  });
  const all = price({ kind: 'all tracks' }, chooseForCues(cues, { reusePenalty: 0 }));
  return [...locked, ...tracks, all];
}

/** Chosen tracks that another cue might have, too. */
function contested(cues: readonly CueToFill[], { chosen }: Choice): number[] {
  const used = chosen.flatMap((candidate, place) =>
    candidate === null ? [] : [cues[place].candidates[candidate].trackId],
  );
  const wanting = (trackId: number) =>
    cues.filter(({ candidates }) => candidates.some((each) => each.trackId === trackId)).length;
  return [...new Set(used)].filter((trackId) => wanting(trackId) > 1);
}
