import type { PcmChunk } from '../pcm';

const minus3Db = Math.SQRT1_2;

/** What each channel gives to left and right. */
type Gains = readonly (readonly [left: number, right: number])[];

const left = [1, 0] as const;
const right = [0, 1] as const;
const centre = [minus3Db, minus3Db] as const;
const leftSurround = [minus3Db, 0] as const;
const rightSurround = [0, minus3Db] as const;
const silent = [0, 0] as const;

/** Channel orders of WAVE and FLAC by count; low-frequency effects are left out (ITU-R BS.775-3, table 2). */
const downmix: Record<number, Gains> = {
  3: [left, right, centre],
  4: [left, right, leftSurround, rightSurround],
  5: [left, right, centre, leftSurround, rightSurround],
  6: [left, right, centre, silent, leftSurround, rightSurround],
  7: [left, right, centre, silent, centre, leftSurround, rightSurround],
  8: [left, right, centre, silent, leftSurround, rightSurround, leftSurround, rightSurround],
};

/**
 * Up to eight channels as two, after ITU-R BS.775-3, scaled so that no full-scale input can clip; one or two
 * channels are passed on as they are.
 */
export function stereoMix(chunk: PcmChunk): PcmChunk {
  const gains = downmix[chunk.channels.length];
  if (!gains) return chunk;
  const largest = Math.max(...[0, 1].map((side) => gains.reduce((sum, gain) => sum + gain[side], 0)));
  const sides = [0, 1].map((side) => {
    const mixed = new Float32Array(chunk.channels[0].length);
    chunk.channels.forEach((samples, channel) => {
      const gain = gains[channel][side] / largest;
      if (gain === 0) return;
      for (let index = 0; index < mixed.length; index++) mixed[index] += gain * samples[index];
    });
    return mixed;
  });
  return { channels: sides, sampleRateHz: chunk.sampleRateHz };
}
