import { OutputBuffers } from '@/ml/eeg/cleaning/outputBuffers';
import type { EegWish } from '../eegRecording';
import { planBlocks, type SampledChannel, type SampleSpan } from './planBlocks';

/** Samples that can be read from any place. */
export interface SamplePlaces {
  /** Samples of each span, written into the room. A span holds no more than planBlocks puts into a block. */
  read(spans: readonly SampleSpan[], room: OutputBuffers): Promise<Float64Array[]>;
  close(): Promise<void>;
}

/** Where samples lie, and how to get at them. */
export interface PlacedSamples {
  channels: readonly SampledChannel[];
  /** Length of the records in which they are kept. */
  grainSeconds?: number;
  open: () => Promise<SamplePlaces>;
}

/** Blocks of samples that can be read from any place. Throws as planBlocks and the places themselves. */
export async function* placedBlocks(
  { channels, grainSeconds, open }: PlacedSamples,
  wish: EegWish,
): AsyncGenerator<Float64Array[]> {
  const plan = planBlocks(channels, wish, grainSeconds);
  const places = await open();
  const room = new OutputBuffers(wish.channels.length);
  try {
    for (const spans of plan) {
      wish.signal?.throwIfAborted();
      yield await places.read(spans, room);
    }
  } finally {
    await places.close();
  }
}
