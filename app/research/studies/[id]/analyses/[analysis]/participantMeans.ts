import { mean } from '@/ml/statistics/mean';
import { group } from 'd3';

/** Each participant's mean z over pieces, of one feature. */
export function participantMeans(
  best: readonly { participant: string; feature: string; z: number }[],
  feature: string,
): number[] {
  const own = group(
    best.filter((each) => each.feature === feature),
    ({ participant }) => participant,
  );
  return Array.from(own.values(), (pieces) => mean(pieces.map(({ z }) => z)));
}
