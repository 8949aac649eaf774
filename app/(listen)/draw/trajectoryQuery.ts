import { explainStop } from '@/app/ui/explainStop';
import { formatClock, formatCount, formatNumber } from '@/app/ui/format';
import { filterOf } from '@/app/ui/narrow/narrowUrl';
import type { DrawState } from './drawUrl';

/** How many matches are shown. */
const limit = 20;

/** Lengths of matches, as parts of the drawing's. */
const lengthRatios = { exact: { min: 1, max: 1 }, near: { min: 0.8, max: 1.25 }, free: { min: 0.5, max: 2 } };

/** How long matches may be, as it is shown and asked for: a whole track is about as long at best. */
export const lengthOf = ({ scope, length }: Pick<DrawState, 'scope' | 'length'>): DrawState['length'] =>
  scope === 'track' && length === 'exact' ? 'near' : length;

/** The question a drawing asks the server: times in seconds where it has a length, else in parts of the whole. */
export function trajectoryQuery(state: DrawState) {
  const { drawing, durationSeconds, scope, mode, blend, band } = state;
  return {
    points: drawing.map((point) => ({ ...point, t: point.t * (durationSeconds ?? 1) })),
    durationSeconds: durationSeconds ?? undefined,
    scope,
    lengthRatio: durationSeconds === null ? undefined : lengthRatios[lengthOf(state)],
    mode: mode === 'level' || mode === 'shape' ? mode : undefined,
    blend: mode === 'blend' ? blend : undefined,
    band,
    limit,
    filter: filterOf(state),
  };
}

export type UsedMode = 'level' | 'shape' | 'blend';

/** Which comparison was used and why, in a sentence. */
export function explainMode(used: UsedMode, chosen: DrawState['mode'], blend: number): string {
  const share = Math.round(blend * 100);
  if (used === 'blend')
    return `Compared by both: ${share} % by how the emotion moves, ${100 - share} % by how high it lies.`;
  const why = chosen === 'auto';
  if (used === 'shape')
    return why
      ? 'Compared by shape, because your drawing moves: how the emotion rises and falls counts, not how high it lies.'
      : 'Compared by shape, as you chose: how the emotion rises and falls counts, not how high it lies.';
  return why
    ? 'Compared by level, because your drawing hardly moves: valence and arousal count as drawn.'
    : 'Compared by level, as you chose: valence and arousal count as drawn.';
}

/** Which whole tracks are long enough and not too long, in a sentence; nothing where any length will do. */
export function explainLength(state: Pick<DrawState, 'scope' | 'length' | 'durationSeconds'>): string {
  const { scope, durationSeconds } = state;
  if (scope === 'section' || durationSeconds === null) return '';
  const { min, max } = lengthRatios[lengthOf(state)];
  const [least, most] = [min, max].map((ratio) => formatClock(ratio * durationSeconds));
  return `Only tracks from ${least} to ${most} long are searched, as the drawing is ${formatClock(durationSeconds)}.`;
}

interface Searched {
  searched: number;
  compared: number;
  exact: boolean;
  expectedRecall: number;
  stoppedAfterSeconds: number | null;
  indexed: { tracks: number; of: number };
}

/** How much was searched and how thoroughly, in a sentence. */
export function explainSearch(answer: Searched): string {
  const { searched, compared, exact, expectedRecall, indexed } = answer;
  const stop = explainStop(answer);
  if (stop !== null) return stop;
  if (indexed.tracks < indexed.of)
    return `${formatCount(indexed.tracks, 'track')} of ${formatNumber(indexed.of)} searched so far: the others are being loaded.`;
  if (exact) return `${formatCount(searched, 'track')} searched, every one exactly.`;
  return `The likeliest ${formatNumber(compared)} of ${formatCount(searched, 'track')} compared: expect ${Math.floor(100 * expectedRecall)} % of the best to be found.`;
}

/** What a distance in this mode is measured in. */
export const distanceUnits: Record<UsedMode, string> = {
  level: 'from the drawing, in units of valence and arousal',
  shape: 'from the drawing, in standard deviations of the movement',
  blend: 'from the drawing, level and shape mixed',
};

/** The same in short. */
export const shortUnits: Record<UsedMode, string> = { level: 'V-A', shape: 'SD', blend: 'mixed units' };
