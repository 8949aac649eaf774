import { FileParts } from '../blocks/fileParts';
import type { SampleSpan } from '../blocks/planBlocks';
import type { SamplePlaces } from '../blocks/placedBlocks';
import { statusOf } from '../channels/statusEvents';
import type { EdfHeader } from './edfHeader';
import type { EdfSignal } from './edfSignals';

/** A signal, and where its samples lie within a record. */
export interface PlacedSignal extends EdfSignal {
  /** Bytes from the beginning of a record. */
  place: number;
  /** True for the lines of triggers, which are whole numbers. */
  isStatus: boolean;
}

/** Records up to this many bytes are read in one piece. */
const mostBytesAtOnce = 2 ** 22;

/** Samples of the records of an EDF or BDF file. */
export class EdfPlaces implements SamplePlaces {
  private constructor(
    private readonly header: EdfHeader,
    private readonly signals: readonly PlacedSignal[],
    private readonly parts: FileParts,
  ) {}

  static async open(path: string, header: EdfHeader, signals: readonly PlacedSignal[]): Promise<EdfPlaces> {
    return new EdfPlaces(header, signals, await FileParts.open(path));
  }

  async read(spans: readonly SampleSpan[]): Promise<Float64Array[]> {
    const { recordBytes, offsetBytes } = this.header;
    const touched = spans.filter(({ from, to }) => to > from).map((span) => this.recordsOf(span));
    const first = Math.min(...touched.map((records) => records.first));
    const end = Math.max(...touched.map((records) => records.end));
    if (touched.length === 0 || (end - first) * recordBytes > mostBytesAtOnce) return this.readApart(spans);
    const bytes = await this.parts.read(offsetBytes + first * recordBytes, (end - first) * recordBytes);
    return spans.map((span) =>
      this.gather(span, ({ record, place }) => ({
        bytes,
        at: (record - first) * recordBytes + place,
      })),
    );
  }

  close(): Promise<void> {
    return this.parts.close();
  }

  private recordsOf({ channel, from, to }: SampleSpan): { first: number; end: number } {
    const { samplesPerRecord } = this.signals[channel];
    return { first: Math.floor(from / samplesPerRecord), end: Math.ceil(to / samplesPerRecord) };
  }

  /** Of records too large for memory, only the samples that are wanted. */
  private async readApart(spans: readonly SampleSpan[]): Promise<Float64Array[]> {
    const { recordBytes, offsetBytes, sampleBytes } = this.header;
    const read: Float64Array[] = [];
    for (const span of spans) {
      const { samplesPerRecord, place } = this.signals[span.channel];
      const pieces: Buffer[] = [];
      for (let at = span.from; at < span.to;) {
        const [record, sample] = [Math.floor(at / samplesPerRecord), at % samplesPerRecord];
        const count = Math.min(span.to - at, samplesPerRecord - sample);
        const start = offsetBytes + record * recordBytes + place + sample * sampleBytes;
        pieces.push(await this.parts.read(start, count * sampleBytes));
        at += count;
      }
      const bytes = Buffer.concat(pieces);
      const placeOf = (record: number) => (record * samplesPerRecord - span.from) * sampleBytes;
      read.push(this.gather(span, ({ record }) => ({ bytes, at: placeOf(record) })));
    }
    return read;
  }

  /** Samples of a span, in physical units, out of bytes that `find` knows by record. */
  private gather(
    { channel, from, to }: SampleSpan,
    find: (where: { record: number; place: number }) => { bytes: Buffer; at: number },
  ): Float64Array {
    const signal = this.signals[channel];
    const { sampleBytes } = this.header;
    const samples = new Float64Array(to - from);
    for (let at = from; at < to;) {
      const record = Math.floor(at / signal.samplesPerRecord);
      const sample = at - record * signal.samplesPerRecord;
      const count = Math.min(to - at, signal.samplesPerRecord - sample);
      const { bytes, at: place } = find({ record, place: signal.place });
      const target = samples.subarray(at - from, at - from + count);
      (sampleBytes === 2 ? fill16 : fill24)(target, bytes, place + sample * sampleBytes);
      at += count;
    }
    return scaled(samples, signal);
  }
}

function fill16(target: Float64Array, bytes: Buffer, from: number): void {
  for (let i = 0, at = from; i < target.length; i++, at += 2) {
    target[i] = ((bytes[at] | (bytes[at + 1] << 8)) << 16) >> 16;
  }
}

function fill24(target: Float64Array, bytes: Buffer, from: number): void {
  for (let i = 0, at = from; i < target.length; i++, at += 3) {
    target[i] = ((bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) << 8) >> 8;
  }
}

function scaled(samples: Float64Array, { slope, intercept, isStatus }: PlacedSignal): Float64Array {
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] * slope + intercept;
    samples[i] = isStatus ? statusOf(value) : value;
  }
  return samples;
}
