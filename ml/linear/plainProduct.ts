interface Rows<Values> {
  rows: number;
  columns: number;
  values: Values;
}

interface Transposes {
  transposeLeft?: boolean;
  transposeRight?: boolean;
}

type Numbers = Float32Array | Float64Array;

/**
 * Rows and columns of a product, and how many products are summed for each of its values.
 *
 * @throws RangeError where the left has not as many columns as the right has rows, after any transposing.
 */
export function productShape(left: Rows<Numbers>, right: Rows<Numbers>, options: Transposes) {
  const [rows, inner] = sides(left, options.transposeLeft);
  const [rightRows, columns] = sides(right, options.transposeRight);
  if (rightRows !== inner) {
    throw new RangeError(`invalid right: ${rightRows} rows (as many as the left has columns, ${inner})`);
  }
  return { rows, columns, inner };
}

/** The product of two small matrices in plain loops, summed in double precision and written into `result`. */
export function plainProduct(
  left: Rows<Numbers>,
  right: Rows<Numbers>,
  { result, scale = 1, ...options }: Transposes & { result: Rows<Numbers>; scale?: number },
): void {
  const { inner } = productShape(left, right, options);
  const [leftRow, leftStep] = options.transposeLeft ? [1, left.columns] : [left.columns, 1];
  const [rightStep, rightColumn] = options.transposeRight ? [1, right.columns] : [right.columns, 1];
  for (let row = 0; row < result.rows; row++) {
    for (let column = 0; column < result.columns; column++) {
      let sum = 0;
      for (let k = 0, l = row * leftRow, r = column * rightColumn; k < inner; k++) {
        sum += left.values[l] * right.values[r];
        l += leftStep;
        r += rightStep;
      }
      result.values[row * result.columns + column] = sum * scale;
    }
  }
}

function sides({ rows, columns }: Rows<Numbers>, transposed = false): [number, number] {
  return transposed ? [columns, rows] : [rows, columns];
}
