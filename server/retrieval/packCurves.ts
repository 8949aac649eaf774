import { decodeMeans } from '@/ml/affect/curveCodec';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { EncodedCurve } from './encodedCurves';
import type { PackedCurves } from './workerMessages';

/** Lays curves end to end, in memory that can be handed over to a thread without being copied. */
export function packCurves(curves: readonly EncodedCurve[]): PackedCurves {
  const packed = {
    trackIds: new Int32Array(curves.length),
    ends: new Int32Array(curves.length),
    bytes: new Uint8Array(curves.reduce((sum, { means }) => sum + means.length, 0)),
  };
  let end = 0;
  curves.forEach(({ trackId, means }, index) => {
    packed.bytes.set(means, end);
    end += means.length;
    packed.trackIds[index] = trackId;
    packed.ends[index] = end;
  });
  return packed;
}

/** The curves again, one after the other. */
export function* unpackCurves(packed: PackedCurves): Generator<{ trackId: number; curve: EmotionCurve }> {
  const { trackIds, ends, bytes } = packed;
  for (let index = 0; index < trackIds.length; index++) {
    const start = index === 0 ? 0 : ends[index - 1];
    yield { trackId: trackIds[index], curve: decodeMeans(bytes.subarray(start, ends[index])) };
  }
}
