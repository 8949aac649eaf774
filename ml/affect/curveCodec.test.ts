import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCurve, decodeMeans, encodeCurve, encodeMeans } from './curveCodec';
import { type EstimatedCurve } from './emotionCurve';

const plane = (samples: number) =>
  fc.float32Array({ minLength: samples, maxLength: samples, min: -1, max: 1, noNaN: true });

const curves: fc.Arbitrary<EstimatedCurve> = fc.nat(60).chain((samples) =>
  fc.record({
    valence: plane(samples),
    arousal: plane(samples),
    valenceDeviation: plane(samples),
    arousalDeviation: plane(samples),
  }),
);

describe('curveCodec', () => {
  it('returns every value within half a step', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const decoded = decodeCurve(encodeCurve(curve));
        for (const name of ['valence', 'arousal', 'valenceDeviation', 'arousalDeviation'] as const) {
          expect(decoded[name]).toHaveLength(curve[name].length);
          decoded[name].forEach((value, i) => {
            expect(Math.abs(value - curve[name][i])).toBeLessThanOrEqual(0.5 / 32767 + 1e-7);
          });
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const bytes = encodeCurve(curve);
        expect(encodeCurve(decodeCurve(bytes))).toEqual(bytes);
      }),
    );
  });

  it('reads valence and arousal from the first half of the bytes', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const bytes = encodeCurve(curve);
        const { valence, arousal } = decodeCurve(bytes);
        expect(decodeMeans(bytes.subarray(0, (bytes.length + 1) / 2))).toEqual({ valence, arousal });
        expect(encodeMeans(curve)).toEqual(bytes.subarray(0, (bytes.length + 1) / 2));
      }),
    );
  });

  it('lays the planes out one after the other, little endian', () => {
    const one = (value: number) => Float32Array.of(value);
    const curve = { valence: one(1), arousal: one(-1), valenceDeviation: one(0), arousalDeviation: one(2) };
    expect(Array.from(encodeCurve(curve))).toEqual([1, 0xff, 0x7f, 0x01, 0x80, 0, 0, 0xff, 0x7f]);
  });

  it('refuses malformed bytes', () => {
    expect(() => decodeCurve(new Uint8Array())).toThrow(RangeError);
    expect(() => decodeCurve(Uint8Array.of(2))).toThrow('invalid curve version: 2');
    expect(() => decodeCurve(new Uint8Array(8).fill(1))).toThrow('invalid curve length: 8');
    expect(() => decodeCurve(Uint8Array.of(1, 0x00, 0x80, 0, 0, 0, 0, 0, 0))).toThrow(
      'invalid curve value: -32768',
    );
  });

  it('refuses curves that are not curves', () => {
    const curve = decodeCurve(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0));
    expect(() => encodeCurve({ ...curve, arousal: new Float32Array(2) })).toThrow(
      'invalid arousal: 2 values',
    );
    expect(() => encodeCurve({ ...curve, valence: Float32Array.of(NaN) })).toThrow('invalid valence: NaN');
  });
});
