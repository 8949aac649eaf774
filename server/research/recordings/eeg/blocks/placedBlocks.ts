import type { EegWish } from '../eegRecording';
import { planBlocks, type SampledChannel, type SampleSpan } from './planBlocks';

/** Samples that can be read from any place. */
export interface SamplePlaces {
  /** Samples of each span. A span holds no more than planBlocks puts into a block. */
  read(spans: readonly SampleSpan[]): Promise<Float64Array[]>;
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
  try {
    for (const spans of plan) {
      wish.signal?.throwIfAborted();
      yield await places.read(spans);
    }
  } finally {
    await places.close();
  }
}
