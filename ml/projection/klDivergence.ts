import type { Matrix } from '../matrix/matrix';
import { squaredDistance } from '../matrix/squaredDistance';
import type { JointProbabilities } from './jointProbabilities';

/** How far the pairs of a map are from the joint probabilities: what t-SNE makes small. In nats, over all pairs. */
export function klDivergence({ count, starts, others, values }: JointProbabilities, map: Matrix): number {
  const near = (one: number, other: number) => 1 / (1 + squaredDistance(map, one, other));
  let sum = 0;
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < count; other++) if (other !== one) sum += near(one, other);
  }
  let divergence = 0;
  for (let one = 0; one < count; one++) {
    for (let at = starts[one]; at < starts[one + 1]; at++) {
      if (values[at] > 0) divergence += values[at] * Math.log((values[at] * sum) / near(one, others[at]));
    }
  }
  return divergence;
}
