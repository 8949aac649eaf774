import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCurve, decodeFloat32, decodeInt32, decodeInt8, decodeSpark } from './arrays';

const base64Of = (array: Float32Array | Int32Array | Int8Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

describe('arrays', () => {
  it('gives back what was sent, for every kind', () => {
    fc.assert(
      fc.property(fc.float32Array(), fc.int32Array(), fc.int8Array(), (floats, words, bytes) => {
        expect(decodeFloat32(base64Of(floats))).toEqual(floats);
        expect(decodeInt32(base64Of(words))).toEqual(words);
        expect(decodeInt8(base64Of(bytes))).toEqual(bytes);
      }),
    );
  });

  it('parts valence from arousal', () => {
    const spark = decodeSpark(base64Of(Int8Array.from([127, 0, -127, 64])));
    expect([...spark.valence]).toEqual([1, 0]);
    expect(spark.arousal[0]).toBe(-1);
    expect(spark.arousal[1]).toBeCloseTo(0.504, 3);
    const curve = decodeCurve({
      count: 2,
      valuesBase64: base64Of(Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8])),
    });
    expect([...curve.valence]).toEqual([1, 2]);
    expect([...curve.arousal]).toEqual([3, 4]);
  });
});
