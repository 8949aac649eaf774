import { type FlacBits } from './flacBits';

/** What a subframe has in common with its frame. */
interface SubframeShape {
  /** Samples in it. */
  blockSize: number;
  /** Bits a sample, one more than the stream's for the difference of two channels. */
  bitDepth: number;
}

/** How a sample follows from those before it: the sum of their products with these, the latest first, shifted. */
interface Predictor {
  coefficients: readonly number[];
  shift: number;
}

const fixedPredictors: readonly (readonly number[])[] = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

/**
 * Decodes one channel of a FLAC frame to whole numbers. All that is computed stays below 2^53, so that doubles are
 * exact. Throws a RangeError for bits that are no lawful subframe. Source: RFC 9639, section 9.2.
 */
export function readFlacSubframe(bits: FlacBits, { blockSize, bitDepth }: SubframeShape): Float64Array {
  if (bits.unsigned(1) !== 0) throw new RangeError('invalid subframe: its first bit is set');
  const type = bits.unsigned(6);
  const wasted = bits.unsigned(1) === 1 ? bits.unary() + 1 : 0;
  const depth = bitDepth - wasted;
  if (depth < 1) throw new RangeError(`invalid wasted bits: ${wasted} of ${bitDepth}`);
  const samples = new Float64Array(blockSize);
  if (type === 0) samples.fill(bits.signed(depth));
  else if (type === 1) fill(samples, bits, { count: blockSize, depth });
  else readPredicted(samples, bits, { type, depth });
  if (wasted > 0) samples.forEach((sample, i) => (samples[i] = sample * 2 ** wasted));
  return samples;
}

function readPredicted(
  samples: Float64Array,
  bits: FlacBits,
  { type, depth }: { type: number; depth: number },
): void {
  const isLinear = type >= 32;
  const order = isLinear ? type - 31 : type - 8;
  if (order > samples.length || (!isLinear && !(order in fixedPredictors)))
    throw new RangeError(`invalid subframe type: ${type}`);
  fill(samples, bits, { count: order, depth });
  const predictor = isLinear
    ? readPredictor(bits, order)
    : { coefficients: fixedPredictors[order], shift: 0 };
  readResidual(samples, bits, order);
  predict(samples, predictor);
}

function fill(
  samples: Float64Array,
  bits: FlacBits,
  { count, depth }: { count: number; depth: number },
): void {
  for (let i = 0; i < count; i++) samples[i] = bits.signed(depth);
}

function readPredictor(bits: FlacBits, order: number): Predictor {
  const precision = bits.unsigned(4) + 1;
  const shift = bits.signed(5);
  if (precision > 15 || shift < 0) throw new RangeError('invalid linear predictor');
  return { coefficients: Array.from({ length: order }, () => bits.signed(precision)), shift };
}

/** Reads what the prediction missed by into all samples but the first `order` (RFC 9639, 9.2.7). */
function readResidual(samples: Float64Array, bits: FlacBits, order: number): void {
  const method = bits.unsigned(2);
  if (method > 1) throw new RangeError(`invalid residual coding: ${method}`);
  const parameterBits = method === 0 ? 4 : 5;
  const partitions = 2 ** bits.unsigned(4);
  const partitionSize = samples.length / partitions;
  if (!Number.isInteger(partitionSize) || partitionSize < order)
    throw new RangeError(`invalid partitions: ${partitions} of ${samples.length} samples`);
  for (let partition = 0, at = order; partition < partitions; partition++) {
    const end = (partition + 1) * partitionSize;
    const parameter = bits.unsigned(parameterBits);
    if (parameter === 2 ** parameterBits - 1) {
      const depth = bits.unsigned(5);
      for (; at < end; at++) samples[at] = bits.signed(depth);
    } else {
      for (; at < end; at++) samples[at] = unfolded(bits.unary() * 2 ** parameter + bits.unsigned(parameter));
    }
  }
}

/** 0, 1, 2, 3, 4 stand for 0, -1, 1, -2, 2. */
function unfolded(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function predict(samples: Float64Array, { coefficients, shift }: Predictor): void {
  const scale = 2 ** -shift;
  for (let at = coefficients.length; at < samples.length; at++) {
    let sum = 0;
    for (let i = 0; i < coefficients.length; i++) sum += coefficients[i] * samples[at - 1 - i];
    samples[at] += Math.floor(sum * scale);
  }
}
