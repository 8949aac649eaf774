import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestMagnitude } from './largestMagnitude';

it('finds the largest absolute value, NaN and infinities included', () => {
  fc.assert(
    fc.property(fc.float32Array({ maxLength: 50 }), fc.nat(3), (samples, from) => {
      const part = samples.subarray(from);
      expect(largestMagnitude(part)).toBe(Math.max(0, ...part.map(Math.abs)));
    }),
  );
});
