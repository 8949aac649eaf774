import type { JointProbabilities } from './jointProbabilities';
import type { Repulsion } from './repulsion';

interface GradientOf {
  joint: JointProbabilities;
  repulsion: Repulsion;
  /** What the joint probabilities are multiplied by: 1 for the gradient of the divergence itself. */
  exaggeration: number;
}

/**
 * The gradient of t-SNE's divergence by the places of a map (van der Maaten and Hinton 2008, equation 5):
 * 4 * sum over j of (p - q / sum of q) q (y_i - y_j).
 *
 * @param places [2n]: x and y of each in turn
 * @param gradient [2n], overwritten
 */
export function tsneGradient(
  places: Float64Array,
  gradient: Float64Array,
  { joint, repulsion, exaggeration }: GradientOf,
): void {
  gradient.fill(0);
  const sum = repulsion(places, gradient);
  for (let at = 0; at < gradient.length; at++) gradient[at] *= -4 / sum;
  const { count, starts, others, values } = joint;
  for (let row = 0; row < count; row++) {
    const x = places[2 * row];
    const y = places[2 * row + 1];
    let forceX = 0;
    let forceY = 0;
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const other = 2 * others[at];
      const alongX = x - places[other];
      const alongY = y - places[other + 1];
      const pull = values[at] / (1 + alongX * alongX + alongY * alongY);
      forceX += pull * alongX;
      forceY += pull * alongY;
    }
    gradient[2 * row] += 4 * exaggeration * forceX;
    gradient[2 * row + 1] += 4 * exaggeration * forceY;
  }
}
