import { type EmotionCurve, type EstimatedCurve } from './emotionCurve';

const formatVersion = 1;
const headerBytes = 1;
const stepsPerUnit = 32767;
const planes = ['valence', 'arousal', 'valenceDeviation', 'arousalDeviation'] as const;
const meanPlanes = ['valence', 'arousal'] as const;

/**
 * A curve as bytes: one version byte, then the planes valence, arousal, valenceDeviation, arousalDeviation one after
 * the other, each as little-endian int16 of value * 32767. Values are taken into [-1, 1] first.
 *
 * @throws RangeError where the arrays differ in length or a value is not a number.
 */
export function encodeCurve(curve: EstimatedCurve): Uint8Array {
  return encodePlanes(curve, planes);
}

/**
 * Valence and arousal alone, in the same way: the first half of what encodeCurve writes.
 *
 * @throws RangeError as encodeCurve does.
 */
export function encodeMeans(curve: EmotionCurve): Uint8Array {
  return encodePlanes(curve, meanPlanes);
}

function encodePlanes<Plane extends string>(
  curve: Record<Plane | 'valence', Float32Array>,
  names: readonly Plane[],
): Uint8Array {
  const samples = curve.valence.length;
  const bytes = new Uint8Array(headerBytes + 2 * names.length * samples);
  const view = new DataView(bytes.buffer);
  bytes[0] = formatVersion;
  names.forEach((plane, planeIndex) => {
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
export function decodeCurve(bytes: Uint8Array): EstimatedCurve {
  const [valence, arousal, valenceDeviation, arousalDeviation] = decodePlanes(bytes, planes.length);
  return { valence, arousal, valenceDeviation, arousalDeviation };
}

/**
 * Valence and arousal from the first half of a curve's bytes: (n + 1) / 2 of n, the version byte included.
 *
 * @throws RangeError as decodeCurve does, for two planes.
 */
export function decodeMeans(firstHalf: Uint8Array): EmotionCurve {
  const [valence, arousal] = decodePlanes(firstHalf, meanPlanes.length);
  return { valence, arousal };
}

function decodePlanes(bytes: Uint8Array, count: number): Float32Array[] {
  if (bytes[0] !== formatVersion) {
    throw new RangeError(`invalid curve version: ${bytes[0] ?? 'no bytes'} (${formatVersion} is known)`);
  }
  const samples = (bytes.length - headerBytes) / (2 * count);
  if (!Number.isInteger(samples)) {
    throw new RangeError(
      `invalid curve length: ${bytes.length} bytes (1 + ${2 * count} for every half second)`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, plane) =>
    decodePlane(view, headerBytes + 2 * plane * samples, samples),
  );
}

function decodePlane(view: DataView, start: number, samples: number): Float32Array {
  const values = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const steps = view.getInt16(start + 2 * i, true);
    if (steps < -stepsPerUnit)
      throw new RangeError(`invalid curve value: ${steps} (at least ${-stepsPerUnit})`);
    values[i] = steps / stepsPerUnit;
  }
  return values;
}
