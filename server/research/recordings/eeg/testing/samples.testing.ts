import type { EegRecording, EegWish } from '../eegRecording';

/** All samples of a wish put together: [channel of the wish][samples]. */
export async function samplesOf(
  recording: EegRecording,
  wish: Partial<EegWish> = {},
): Promise<Float64Array[]> {
  const channels = wish.channels ?? recording.channels.map((_, index) => index);
  const parts: Float64Array[][] = channels.map(() => []);
  for await (const block of recording.blocks({ ...wish, channels })) {
    block.forEach((samples, place) => parts[place].push(samples.slice()));
  }
  return parts.map((pieces) => Float64Array.from(pieces.flatMap((piece) => [...piece])));
}
