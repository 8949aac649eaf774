import { describe, expect, it } from 'vitest';
import { tridiagonalise } from '../../linear/tridiagonalise';
import { type Matrix } from '../../matrix/matrix';
import { createRandom } from '../../random';
import { single } from '../ridge/single';
import { SplitPredictor } from './splitPredictor';

const [train, test, targets] = [9, 4, 12];
const random = createRandom(1, 'split');
const randomMatrix = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: Float32Array.from({ length: rows * columns }, () => random.next() - 0.5),
});
const columnOf = ({ rows, columns, values }: Matrix, column: number): Matrix => ({
  rows,
  columns: 1,
  values: Float32Array.from({ length: rows }, (_, row) => values[row * columns + column]),
});

function kernel() {
  const features = randomMatrix(train, 3);
  const values = new Float64Array(train * train);
  for (let row = 0; row < train; row++)
    for (let column = 0; column < train; column++)
      for (let inner = 0; inner < 3; inner++)
        values[row * train + column] +=
          features.values[row * 3 + inner] * features.values[column * 3 + inner];
  return { rows: train, columns: train, values };
}

function split() {
  const { orthogonal, ...tridiagonal } = tridiagonalise(kernel());
  return { tridiagonal, basis: single(orthogonal), side: randomMatrix(test, train) };
}

describe('SplitPredictor', () => {
  it.each([0.01, 1, 100])('predicts many targets at once as it does each alone, alpha %d', async (alpha) => {
    const [own, y] = [split(), randomMatrix(train, targets)];
    const together = await new SplitPredictor(own, 1).predict({ train: y, alpha });
    for (let target = 0; target < targets; target++) {
      const alone = await new SplitPredictor(own, 1).predict({ train: columnOf(y, target), alpha });
      expect([alone.rows, alone.columns]).toEqual([test, 1]);
      alone.values.forEach((value, row) => {
        expect(together.values[row * targets + target]).toBeCloseTo(value, 4);
      });
    }
  });
});
