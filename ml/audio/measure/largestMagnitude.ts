/** All bits of a 32-bit floating-point number but its sign. */
const magnitudeBits = 0x7fffffff;

/**
 * The largest absolute value of samples: 0 for none, NaN where one is NaN.
 *
 * Without their sign, the bits of floating-point numbers sort as the numbers do, NaN behind infinity (IEEE 754),
 * and whole numbers are compared faster.
 */
export function largestMagnitude(samples: Float32Array): number {
  const bits = new Int32Array(samples.buffer, samples.byteOffset, samples.length);
  let largest = 0;
  for (let i = 0; i < bits.length; i++) {
    const magnitude = bits[i] & magnitudeBits;
    if (magnitude > largest) largest = magnitude;
  }
  return new Float32Array(Int32Array.of(largest).buffer)[0];
}
