/**
 * What drives marks of a map apart in t-SNE: adds to `forces` [2n] of each place the sum over all others of q^2 times
 * the way from them, where q = 1 / (1 + d^2), and tells the sum of q over all ordered pairs.
 *
 * @param places [2n]: x and y of each in turn
 */
export type Repulsion = (places: Float64Array, forces: Float64Array) => number;

/** Over all pairs, exactly: in time that grows with their number. */
export const exactRepulsion: Repulsion = (places, forces) => {
  let sum = 0;
  for (let one = 0; one < places.length; one += 2) {
    const x = places[one];
    const y = places[one + 1];
    let forceX = 0;
    let forceY = 0;
    for (let other = one + 2; other < places.length; other += 2) {
      const alongX = x - places[other];
      const alongY = y - places[other + 1];
      const q = 1 / (1 + alongX * alongX + alongY * alongY);
      sum += q;
      forceX += q * q * alongX;
      forceY += q * q * alongY;
      forces[other] -= q * q * alongX;
      forces[other + 1] -= q * q * alongY;
    }
    forces[one] += forceX;
    forces[one + 1] += forceY;
  }
  return 2 * sum;
};
