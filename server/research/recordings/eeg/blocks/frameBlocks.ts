import { OutputBuffers } from '@/ml/eeg/cleaning/outputBuffers';
import type { EegWish } from '../eegRecording';
import { wishedSpans, type SampledChannel } from './planBlocks';

/** Samples of all channels at one time, one behind the other, some frames in one piece. */
export type Frames = AsyncIterable<Float64Array>;

const longestBlockSeconds = 2;

/**
 * Blocks out of frames that come in order, for files that can only be read from their beginning. What lies before the
 * wish is read and left out.
 *
 * @param frames [frames, channels] in pieces of any length
 * @throws AppError as planBlocks, and whatever the frames throw
 */
export async function* frameBlocks(
  channels: readonly SampledChannel[],
  frames: Frames,
  wish: EegWish,
): AsyncGenerator<Float64Array[]> {
  const spans = wishedSpans(channels, wish);
  if (spans.length === 0) return;
  const { from, to } = spans[0];
  const width = channels.length;
  const most = Math.max(1, Math.floor(longestBlockSeconds * channels[0].rateHz));
  const room = new OutputBuffers(spans.length);
  let at = 0;
  for await (const piece of frames) {
    wish.signal?.throwIfAborted();
    const rows = piece.length / width;
    const end = Math.min(rows, to - at);
    for (let row = Math.max(0, from - at); row < end; row += most) {
      const rowsOfBlock = { piece, width, from: row, to: Math.min(end, row + most) };
      const count = rowsOfBlock.to - row;
      yield spans.map(({ channel }, place) => column(rowsOfBlock, channel, room.of(place, count)));
    }
    at += rows;
    if (at >= to) return;
  }
}

function column(
  { piece, width, from, to }: { piece: Float64Array; width: number; from: number; to: number },
  channel: number,
  samples: Float64Array,
): Float64Array {
  for (let row = from; row < to; row++) samples[row - from] = piece[row * width + channel];
  return samples;
}
