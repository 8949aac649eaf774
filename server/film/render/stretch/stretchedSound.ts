import { stereoMix } from '@/ml/audio/filter/stereoMix';
import type { PcmChunk } from '@/ml/audio/pcm';
import { Stretcher } from './stretcher';

/** So much before what is wanted goes into a stretch that begins amid a sound. */
const runUpSeconds = 1;

interface StretchWish {
  stretch: number;
  /** From when on the stretched sound is wanted: before that it is silent, which is quick. */
  fromSeconds: number;
}

/** One channel or two of a whole sound, played so many times slower at its own pitch. */
export async function* stretchedSound(
  chunks: AsyncIterable<PcmChunk>,
  { stretch, fromSeconds }: StretchWish,
): AsyncGenerator<PcmChunk, void, undefined> {
  let stretcher: Stretcher | undefined;
  let format = { sampleRateHz: 0, channels: 0 };
  let skipped = 0;
  for await (const chunk of chunks) {
    const { channels, sampleRateHz } = stereoMix(chunk);
    format = { channels: channels.length, sampleRateHz };
    const { length } = channels[0];
    if (!stretcher && (skipped + length) / sampleRateHz < fromSeconds / stretch - runUpSeconds) {
      skipped += length;
      continue;
    }
    if (!stretcher) {
      stretcher = await Stretcher.open({ ...format, stretch });
      yield* silence(format, Math.round(skipped * stretch));
    }
    yield { channels: stretcher.push(channels), sampleRateHz };
  }
  if (stretcher) yield { channels: stretcher.flush(), sampleRateHz: format.sampleRateHz };
  else if (skipped > 0) yield* silence(format, Math.round(skipped * stretch));
}

/** Silence, ten seconds at a time. */
function* silence(
  { sampleRateHz, channels }: { sampleRateHz: number; channels: number },
  samples: number,
): Generator<PcmChunk, void, undefined> {
  for (let left = samples; left > 0; left -= 10 * sampleRateHz) {
    const length = Math.min(left, 10 * sampleRateHz);
    yield { channels: Array.from({ length: channels }, () => new Float32Array(length)), sampleRateHz };
  }
}
