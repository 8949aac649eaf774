import { meanInterval } from '../../statistics/meanInterval';
import { mean } from '../../statistics/mean';
import { type LayerPreference } from '../encodingReport';
import { meanDepth } from './meanDepth';

/** What one target prefers is told from. */
export interface LayerScores {
  /** Names of the layers in the order of their depth, two or more. */
  layers: readonly string[];
  /** [layer][participant] scores of each layer's own model; of those participants who have them, the same for all layers. */
  scores: readonly (readonly number[])[];
  /** The two-sided chance of the difference of two layers by their places, against surrogates; null where not tested. */
  chance: (one: number, other: number) => number | null;
}

/** Two layers are told apart where chance makes as much of a difference this seldom. */
const level = 0.05;

/**
 * The layer whose own model predicts a target best by the mean over participants, and how sure that is. Every other layer
 * is tied with it unless the mean difference within participants is above 0 with its whole interval, and surrogates make
 * as much of it in at most 5 %, where they were drawn. Intervals are Student's t at 1 - .05 / (layers - 1), so that those of
 * a target hold together in 95 % (Bonferroni): the best and what is tied with it hold the layer that is truly best that
 * often (the subset selection of Gupta 1965; Hsu 1984), over participants who hear these pieces.
 */
export function preferredLayer({ layers, scores, chance }: LayerScores): LayerPreference {
  const means = scores.map(mean);
  const order = [...layers.keys()].sort((one, other) => means[other] - means[one]);
  const [best, next] = order;
  if (!(means[best] > 0)) return { best: null, next: null, ahead: null, p: null, tied: [], depth: null };
  const aheadOf = (other: number) =>
    difference(scores, { best, other, outside: level / (layers.length - 1) });
  const isTied = (other: number) => {
    const { low } = aheadOf(other);
    const p = chance(best, other);
    return low === null || low <= 0 || (p !== null && p > level);
  };
  return {
    best: layers[best],
    next: layers[next],
    ahead: aheadOf(next),
    p: chance(best, next),
    tied: layers.filter((_, place) => place !== best && isTied(place)),
    depth: meanDepth(scores),
  };
}

function difference(
  scores: LayerScores['scores'],
  { best, other, outside }: { best: number; other: number; outside: number },
) {
  const differences = scores[best].map((score, participant) => score - scores[other][participant]);
  return meanInterval(differences, outside) ?? { value: mean(differences), low: null, high: null };
}
