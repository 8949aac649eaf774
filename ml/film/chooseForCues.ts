import { finish } from '../finish';
import { assigning } from './assignment';

/** A place of a track that a cue may be filled with. */
interface CueCandidate {
  trackId: number;
  /** How badly it fits, by the second: the squared distance. Finite, not negative. */
  cost: number;
}

export interface CueToFill {
  durationSeconds: number;
  candidates: readonly CueCandidate[];
  /** Which of the candidates was decided on, whatever else follows. */
  locked?: number;
}

export interface ChoiceRules {
  /**
   * What each further cue with the same track costs, in seconds times cost; Infinity where a track may be used once only
   * (but for what is locked).
   */
  reusePenalty: number;
  /** Tracks to which this does not apply. */
  free?: ReadonlySet<number>;
}

export interface Choice {
  /** For each cue which of its candidates; null where none is left for it. */
  chosen: (number | null)[];
  /** Sum of duration times cost, and the penalties. */
  total: number;
  unfilled: number;
}

/**
 * The best choice for all cues together, exactly: as few unfilled as can be, then the least total. Since a track's
 * further uses cost no less than its first, it is an assignment of cues to uses of tracks, which leastAssignment solves.
 */
export function chooseForCues(cues: readonly CueToFill[], rules: ChoiceRules): Choice {
  return finish(choosing(cues, rules));
}

/** The same, so that it may be interrupted. */
export function* choosing(cues: readonly CueToFill[], rules: ChoiceRules): Generator<void, Choice> {
  const chosen = cues.map(({ locked }) => locked ?? null);
  const open = cues.flatMap((cue, place) =>
    cue.locked === undefined ? [{ place, best: bestByTrack(cue) }] : [],
  );
  const uses = usesOf(open, { rules, lockedUses: lockedUses(cues) });
  const unfilledCost = 1 + 2 * mostOf(cues, rules);
  const columns = uses.length + open.length;
  const costs: Float64Array[] = [];
  for (const { best } of open) {
    yield;
    const row = new Float64Array(columns).fill(2 * unfilledCost);
    uses.forEach(({ trackId, extra }, column) => {
      const found = best.get(trackId);
      if (found) row[column] = found.price + extra;
    });
    row[uses.length + costs.length] = unfilledCost;
    costs.push(row);
  }
  (yield* assigning(costs)).forEach((column, row) => {
    const { place, best } = open[row];
    chosen[place] = column < uses.length ? (best.get(uses[column].trackId)?.candidate ?? null) : null;
  });
  return {
    chosen,
    total: totalOf(cues, chosen, rules),
    unfilled: chosen.filter((each) => each === null).length,
  };
}

/** A cue's cheapest candidate of each track, the first of several. */
function bestByTrack({ durationSeconds, candidates }: CueToFill) {
  const best = new Map<number, { candidate: number; price: number }>();
  candidates.forEach(({ trackId, cost }, candidate) => {
    const price = durationSeconds * cost;
    const known = best.get(trackId);
    if (!known || price < known.price) best.set(trackId, { candidate, price });
  });
  return best;
}

function lockedUses(cues: readonly CueToFill[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { candidates, locked } of cues) {
    if (locked === undefined) continue;
    const { trackId } = candidates[locked];
    uses.set(trackId, (uses.get(trackId) ?? 0) + 1);
  }
  return uses;
}

interface OpenCue {
  place: number;
  best: ReturnType<typeof bestByTrack>;
}

/** Every use that may be made of a track beyond the locked ones, and what it costs beside the fit. */
function usesOf(
  open: readonly OpenCue[],
  { rules, lockedUses }: { rules: ChoiceRules; lockedUses: ReadonlyMap<number, number> },
) {
  const wanted = new Map<number, number>();
  for (const { best } of open) {
    for (const trackId of best.keys()) wanted.set(trackId, (wanted.get(trackId) ?? 0) + 1);
  }
  return [...wanted].flatMap(([trackId, count]) => {
    const penalty = penaltyOf(trackId, rules);
    const before = lockedUses.get(trackId) ?? 0;
    return Array.from({ length: count }, (_, use) => ({
      trackId,
      extra: before + use > 0 ? penalty : 0,
    })).filter(({ extra }) => extra < Infinity);
  });
}

const penaltyOf = (trackId: number, { reusePenalty, free }: ChoiceRules) =>
  free?.has(trackId) ? 0 : reusePenalty;

/** More than any choice costs. */
function mostOf(cues: readonly CueToFill[], { reusePenalty }: ChoiceRules): number {
  const penalty = reusePenalty < Infinity ? reusePenalty : 0;
  return cues.reduce(
    (sum, { durationSeconds, candidates }) =>
      sum + penalty + durationSeconds * candidates.reduce((most, { cost }) => Math.max(most, cost), 0),
    0,
  );
}

function totalOf(cues: readonly CueToFill[], chosen: Choice['chosen'], rules: ChoiceRules): number {
  const used = new Set<number>();
  return cues.reduce((sum, { durationSeconds, candidates }, place) => {
    const candidate = chosen[place];
    if (candidate === null) return sum;
    const { trackId, cost } = candidates[candidate];
    const penalty = used.has(trackId) ? penaltyOf(trackId, rules) : 0;
    used.add(trackId);
    // Locked cues may share a track that otherwise is used once only.
    return sum + durationSeconds * cost + (penalty < Infinity ? penalty : 0);
  }, 0);
}
