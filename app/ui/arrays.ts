import type { EmotionCurve } from '@/ml/affect/emotionCurve';

/** Decoders for the numbers that travel as base64 of little-endian arrays. Browsers we serve are little-endian. */

export function decodeBytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

export const decodeFloat32 = (base64: string): Float32Array => new Float32Array(decodeBytes(base64).buffer);
export const decodeInt32 = (base64: string): Int32Array => new Int32Array(decodeBytes(base64).buffer);
export const decodeInt8 = (base64: string): Int8Array => new Int8Array(decodeBytes(base64).buffer);

/** A track's small curve: segment means sent as bytes, valence first, in 127ths. */
export function decodeSpark(sparkBase64: string): EmotionCurve {
  const bytes = decodeInt8(sparkBase64);
  const values = Float32Array.from(bytes, (byte) => byte / 127);
  const half = values.length / 2;
  return { valence: values.subarray(0, half), arousal: values.subarray(half) };
}

/** A track's whole curve: planes of `count` samples, of which valence and arousal are the first two. */
export function decodeCurve(curve: { count: number; valuesBase64: string }): EmotionCurve {
  const values = decodeFloat32(curve.valuesBase64);
  return { valence: values.subarray(0, curve.count), arousal: values.subarray(curve.count, 2 * curve.count) };
}
