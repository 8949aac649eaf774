import { bytesOf, NumberBuffer, type NumberTypeName } from '../../numbers/numberBuffer';
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
  private constructor(
    private readonly layout: NumberLayout,
    private readonly parts: FileParts,
  ) {}

  static async open(layout: NumberLayout): Promise<NumberPlaces> {
    return new NumberPlaces(layout, await FileParts.open(layout.path));
  }

  async read(spans: readonly SampleSpan[]): Promise<Float64Array[]> {
    return this.layout.vectorized ? this.readRuns(spans) : this.readFrames(spans);
  }

  close(): Promise<void> {
    return this.parts.close();
  }

  private async readRuns(spans: readonly SampleSpan[]): Promise<Float64Array[]> {
    const read: Float64Array[] = [];
    for (const { channel, from, to } of spans) {
      const numbers = await this.numbers(channel * this.layout.samples + from, to - from);
      read.push(Float64Array.from(numbers));
    }
    return read;
  }

  private async readFrames(spans: readonly SampleSpan[]): Promise<Float64Array[]> {
    const { channels, type } = this.layout;
    const read = spans.map(({ from, to }) => new Float64Array(to - from));
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
    return read;
  }

  private async numbers(index: number, count: number): Promise<ArrayLike<number>> {
    const { type, littleEndian, offsetBytes } = this.layout;
    const buffer = new NumberBuffer(type, littleEndian, count);
    const size = bytesOf(type);
    buffer.bytes.set(await this.parts.read(offsetBytes + index * size, count * size));
    buffer.refresh();
    return buffer.numbers;
  }
}
