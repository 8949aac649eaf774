import { QuadTree } from './quadTree';
import type { Repulsion } from './repulsion';

/**
 * The repulsion of far places taken together (Barnes-Hut; van der Maaten 2014), in time that grows as n log n: a cell
 * counts as one place where its side is less than `accuracy` of the way to it.
 *
 * @param accuracy 0 for every pair by itself; below 0.7, so that no cell that holds a place counts as one to it
 */
export function treeRepulsion(accuracy = 0.5): Repulsion {
  const tree = new QuadTree();
  const pending: number[] = [];
  return (places, forces) => {
    tree.build(places);
    let sum = 0;
    for (let place = 0; place < places.length / 2; place++)
      sum += repel(
        tree,
        { place, x: places[2 * place], y: places[2 * place + 1] },
        { accuracy, forces, pending },
      );
    return sum;
  };
}

interface Walk {
  accuracy: number;
  forces: Float64Array;
  /** Cells still to be looked at: kept, so that a walk makes nothing. */
  pending: number[];
}

function repel(
  { parts, counts, meanX, meanY, sides, cellOf }: QuadTree,
  { place, x, y }: { place: number; x: number; y: number },
  { accuracy, forces, pending }: Walk,
): number {
  const own = cellOf[place];
  const limit = accuracy * accuracy;
  let sum = 0;
  let forceX = 0;
  let forceY = 0;
  let waiting = 1;
  pending[0] = 0;
  while (waiting > 0) {
    const cell = pending[--waiting];
    const count = cell === own ? counts[cell] - 1 : counts[cell];
    if (count === 0) continue;
    const alongX = x - meanX[cell];
    const alongY = y - meanY[cell];
    const square = alongX * alongX + alongY * alongY;
    const first = parts[cell];
    if (first < 0 || sides[cell] * sides[cell] < limit * square) {
      const q = 1 / (1 + square);
      sum += count * q;
      forceX += count * q * q * alongX;
      forceY += count * q * q * alongY;
    } else {
      pending[waiting++] = first;
      pending[waiting++] = first + 1;
      pending[waiting++] = first + 2;
      pending[waiting++] = first + 3;
    }
  }
  forces[2 * place] += forceX;
  forces[2 * place + 1] += forceY;
  return sum;
}
