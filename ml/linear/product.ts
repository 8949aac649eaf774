import { Tensor } from 'onnxruntime-node';
import { type Matrix } from '../matrix/matrix';
import { type DoubleMatrix } from './doubleMatrix';
import { plainProduct, productShape } from './plainProduct';
import { type Precision } from './productGraph';
import { productSession } from './productSession';

export interface ProductOptions {
  /** Takes the left matrix transposed. */
  transposeLeft?: boolean;
  /** Takes the right matrix transposed. */
  transposeRight?: boolean;
  /** What every value of the product is multiplied by; 1 where none is told. */
  scale?: number;
  /** Threads that share the work, 1 where none is told; the product is the same for any number. */
  threads?: number;
}

/** Products of fewer multiplications than this are done before the runtime has begun. */
const fewMultiplications = 8000;

/**
 * The product [n, m] of matrices [n, k] and [k, m] (after any transposing), in double precision, by onnxruntime's Gemm.
 *
 * It blocks its thread while it computes: call it off the thread that answers people.
 *
 * @throws RangeError where the left has not as many columns as the right has rows.
 */
export async function product(
  left: DoubleMatrix,
  right: DoubleMatrix,
  options: ProductOptions = {},
): Promise<DoubleMatrix> {
  const { rows, columns, inner } = productShape(left, right, options);
  const result = { rows, columns, values: new Float64Array(rows * columns) };
  if (rows * columns * inner < fewMultiplications) plainProduct(left, right, { ...options, result });
  else await multiply(left, right, { ...options, result, precision: 'double' });
  return result;
}

/**
 * As `product`, in single precision throughout: about twice as fast, for what need not be exact, such as nulls.
 *
 * @throws RangeError where the left has not as many columns as the right has rows.
 */
export async function singleProduct(
  left: Matrix,
  right: Matrix,
  options: ProductOptions = {},
): Promise<Matrix> {
  const { rows, columns, inner } = productShape(left, right, options);
  const result = { rows, columns, values: new Float32Array(rows * columns) };
  if (rows * columns * inner < fewMultiplications) plainProduct(left, right, { ...options, result });
  else await multiply(left, right, { ...options, result, precision: 'single' });
  return result;
}

type AnyMatrix = Matrix | DoubleMatrix;

/** Has the runtime write the product into the values of `result`, without copying any matrix. */
async function multiply(
  left: AnyMatrix,
  right: AnyMatrix,
  { result, precision, ...options }: ProductOptions & { result: AnyMatrix; precision: Precision },
): Promise<void> {
  const { transposeLeft = false, transposeRight = false, scale = 1, threads = 1 } = options;
  const session = await productSession({ precision, transposeLeft, transposeRight }, threads);
  const product = tensorOf(result);
  await session.run({ left: tensorOf(left), right: tensorOf(right) }, { product });
  if (scale !== 1) multiplyBy(result.values, scale);
}

function multiplyBy(values: Float32Array | Float64Array, factor: number): void {
  for (let index = 0; index < values.length; index++) values[index] *= factor;
}

/** A matrix as a tensor over the same memory; memory shared by threads, which the runtime refuses, is copied. */
function tensorOf({ rows, columns, values }: AnyMatrix): Tensor {
  const own = values.buffer instanceof SharedArrayBuffer ? values.slice() : values;
  return own instanceof Float32Array
    ? new Tensor('float32', own, [rows, columns])
    : new Tensor('float64', own, [rows, columns]);
}
