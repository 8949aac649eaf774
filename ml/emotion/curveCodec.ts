import { type EmotionCurve } from './emotionCurve';

const formatVersion = 1;
const headerBytes = 1;
const stepsPerUnit = 32767;
const planes = ['valence', 'arousal', 'valenceDeviation', 'arousalDeviation'] as const;

/**
 * A curve as bytes: one version byte, then the planes valence, arousal, valenceDeviation, arousalDeviation one after
 * the other, each as little-endian int16 of value * 32767. Values are taken into [-1, 1] first.
 *
 * @throws RangeError where the arrays differ in length or a value is not a number.
 */
export function encodeCurve(curve: EmotionCurve): Uint8Array {
  const samples = curve.valence.length;
  const bytes = new Uint8Array(headerBytes + 2 * planes.length * samples);
  const view = new DataView(bytes.buffer);
  bytes[0] = formatVersion;
  planes.forEach((plane, planeIndex) => {
    const values = curve[plane];
    if (values.length !== samples) {
      throw new RangeError(`invalid ${plane}: ${values.length} values (valence has ${samples})`);
    }
    values.forEach((value, i) => {
      if (Number.isNaN(value))
        throw new RangeError(`invalid ${plane}: NaN at sample ${i} (a number in [-1, 1])`);
      const steps = Math.round(Math.min(1, Math.max(-1, value)) * stepsPerUnit);
      view.setInt16(headerBytes + 2 * (planeIndex * samples + i), steps, true);
    });
  });
  return bytes;
}

/**
 * The curve of bytes written by `encodeCurve`, each value within half a step (1 / 65534) of what was encoded.
 *
 * @throws RangeError where the version is unknown, the length is not that of four equal planes, or a value is out of range.
 */
export function decodeCurve(bytes: Uint8Array): EmotionCurve {
  if (bytes[0] !== formatVersion) {
    throw new RangeError(`invalid curve version: ${bytes[0] ?? 'no bytes'} (${formatVersion} is known)`);
  }
  const samples = (bytes.length - headerBytes) / (2 * planes.length);
  if (!Number.isInteger(samples)) {
    throw new RangeError(`invalid curve length: ${bytes.length} bytes (1 + 8 for every half second)`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const planeAt = (planeIndex: number): Float32Array =>
    Float32Array.from({ length: samples }, (_, i) => {
      const steps = view.getInt16(headerBytes + 2 * (planeIndex * samples + i), true);
      if (steps < -stepsPerUnit)
        throw new RangeError(`invalid curve value: ${steps} (at least ${-stepsPerUnit})`);
      return steps / stepsPerUnit;
    });
  return {
    valence: planeAt(0),
    arousal: planeAt(1),
    valenceDeviation: planeAt(2),
    arousalDeviation: planeAt(3),
  };
}
