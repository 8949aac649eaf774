import type { EmotionCurve } from './emotionCurve';

const formatVersion = 1;
const fullScale = 32767;

/**
 * An emotion curve as compact bytes: one format byte, then valence, arousal, valenceDeviation and arousalDeviation
 * one after the other as little-endian 16-bit integers, a value in [-1, 1] times 32767. Values beyond are clipped.
 */
export function encodeCurve(curve: EmotionCurve): Uint8Array {
  const planes = [curve.valence, curve.arousal, curve.valenceDeviation, curve.arousalDeviation];
  const count = curve.valence.length;
  const bytes = new Uint8Array(1 + 8 * count);
  const view = new DataView(bytes.buffer);
  bytes[0] = formatVersion;
  planes.forEach((plane, which) => {
    for (let index = 0; index < count; index++) {
      const clipped = Math.min(1, Math.max(-1, plane[index]));
      view.setInt16(1 + 2 * (which * count + index), Math.round(clipped * fullScale), true);
    }
  });
  return bytes;
}

/** The curve that `encodeCurve` wrote, within half a step of 1/32767. Throws RangeError for other bytes. */
export function decodeCurve(bytes: Uint8Array): EmotionCurve {
  if (bytes[0] !== formatVersion || (bytes.length - 1) % 8 !== 0) {
    throw new RangeError(
      `invalid curve: ${bytes.length} bytes of format ${bytes[0]} (expected format ${formatVersion})`,
    );
  }
  const count = (bytes.length - 1) / 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const plane = (which: number) =>
    Float32Array.from(
      { length: count },
      (_, index) => view.getInt16(1 + 2 * (which * count + index), true) / fullScale,
    );
  return { valence: plane(0), arousal: plane(1), valenceDeviation: plane(2), arousalDeviation: plane(3) };
}
