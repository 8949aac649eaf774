import { bytesOf, NumberBuffer, type NumberTypeName } from '../../numbers/numberBuffer';
import type { OutputBuffers } from '@/ml/eeg/cleaning/outputBuffers';
import { FileParts } from './fileParts';
import type { SampleSpan } from './planBlocks';
import type { SamplePlaces } from './placedBlocks';

/** How plain numbers of channels lie in a file. */
export interface NumberLayout {
  path: string;
  offsetBytes: number;
  type: NumberTypeName;
  littleEndian: boolean;
  channels: number;
  samples: number;
  /** True where all samples of a channel follow one another; else all channels of a sample do. */
  vectorized: boolean;
}

/** Frames are read in pieces of this many bytes at most. */
const mostBytesAtOnce = 2 ** 22;

/** Samples out of a file of plain numbers, as they are stored. */
export class NumberPlaces implements SamplePlaces {
  private buffer: NumberBuffer | null = null;

  private constructor(
    private readonly layout: NumberLayout,
    private readonly parts: FileParts,
  ) {}

  static async open(layout: NumberLayout): Promise<NumberPlaces> {
    return new NumberPlaces(layout, await FileParts.open(layout.path));
  }

  async read(spans: readonly SampleSpan[], room: OutputBuffers): Promise<Float64Array[]> {
    const read = spans.map(({ from, to }, place) => room.of(place, to - from));
    await (this.layout.vectorized ? this.readRuns(spans, read) : this.readFrames(spans, read));
    return read;
  }

  close(): Promise<void> {
    return this.parts.close();
  }

  private async readRuns(spans: readonly SampleSpan[], read: readonly Float64Array[]): Promise<void> {
    for (const [place, { channel, from, to }] of spans.entries())
      read[place].set(await this.numbers(channel * this.layout.samples + from, to - from));
  }

  private async readFrames(spans: readonly SampleSpan[], read: readonly Float64Array[]): Promise<void> {
    const { channels, type } = this.layout;
    const first = Math.min(...spans.map(({ from }) => from));
    const end = Math.max(...spans.map(({ to }) => to));
    const step = Math.max(1, Math.floor(mostBytesAtOnce / (channels * bytesOf(type))));
    for (let frame = first; frame < end; frame += step) {
      const count = Math.min(step, end - frame);
      const numbers = await this.numbers(frame * channels, count * channels);
      spans.forEach(({ channel, from, to }, index) => {
        for (let at = Math.max(from, frame); at < Math.min(to, frame + count); at++) {
          read[index][at - from] = numbers[(at - frame) * channels + channel];
        }
      });
    }
  }

  private async numbers(index: number, count: number): Promise<ArrayLike<number>> {
    const { type, littleEndian, offsetBytes } = this.layout;
    const size = bytesOf(type);
    if (this.buffer?.bytes.length !== count * size) this.buffer = new NumberBuffer(type, littleEndian, count);
    const { buffer } = this;
    await this.parts.fill(offsetBytes + index * size, buffer.bytes);
    buffer.refresh();
    return buffer.numbers;
  }
}
