import type { OutputBuffers } from '@/ml/eeg/cleaning/outputBuffers';
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
  /** Records that are read together, written over by the next ones. */
  private records = Buffer.alloc(0);

  private constructor(
    private readonly header: EdfHeader,
    private readonly signals: readonly PlacedSignal[],
    private readonly parts: FileParts,
  ) {}

  static async open(path: string, header: EdfHeader, signals: readonly PlacedSignal[]): Promise<EdfPlaces> {
    return new EdfPlaces(header, signals, await FileParts.open(path));
  }

  async read(spans: readonly SampleSpan[], room: OutputBuffers): Promise<Float64Array[]> {
    const { recordBytes, offsetBytes } = this.header;
    const touched = spans.filter(({ from, to }) => to > from).map((span) => this.recordsOf(span));
    const first = Math.min(...touched.map((records) => records.first));
    const end = Math.max(...touched.map((records) => records.end));
    if (touched.length === 0 || (end - first) * recordBytes > mostBytesAtOnce)
      return this.readApart(spans, room);
    const bytes = await this.readRecords(offsetBytes + first * recordBytes, (end - first) * recordBytes);
    const read = spans.map(({ from, to }, place) => room.of(place, to - from));
    for (let index = 0; index < spans.length; index++) {
      const { place } = this.signals[spans[index].channel];
      this.gather(spans[index], read[index], { bytes, first, at: place, stride: recordBytes });
    }
    return read;
  }

  close(): Promise<void> {
    return this.parts.close();
  }

  private readRecords(fromByte: number, length: number): Promise<Buffer> {
    if (this.records.length < length) this.records = Buffer.allocUnsafeSlow(length);
    return this.parts.fill(fromByte, this.records.subarray(0, length));
  }

  private recordsOf({ channel, from, to }: SampleSpan): { first: number; end: number } {
    const { samplesPerRecord } = this.signals[channel];
    return { first: Math.floor(from / samplesPerRecord), end: Math.ceil(to / samplesPerRecord) };
  }

  /** Of records too large for memory, only the samples that are wanted. */
  private async readApart(spans: readonly SampleSpan[], room: OutputBuffers): Promise<Float64Array[]> {
    const { recordBytes, offsetBytes, sampleBytes } = this.header;
    const read: Float64Array[] = [];
    for (const [place, span] of spans.entries()) {
      const { samplesPerRecord, place: offset } = this.signals[span.channel];
      const pieces: Buffer[] = [];
      for (let at = span.from; at < span.to;) {
        const [record, sample] = [Math.floor(at / samplesPerRecord), at % samplesPerRecord];
        const count = Math.min(span.to - at, samplesPerRecord - sample);
        const start = offsetBytes + record * recordBytes + offset + sample * sampleBytes;
        pieces.push(await this.parts.read(start, count * sampleBytes));
        at += count;
      }
      const first = Math.floor(span.from / samplesPerRecord);
      const samples = room.of(place, span.to - span.from);
      this.gather(span, samples, {
        bytes: Buffer.concat(pieces),
        first,
        at: (first * samplesPerRecord - span.from) * sampleBytes,
        stride: samplesPerRecord * sampleBytes,
      });
      read.push(samples);
    }
    return read;
  }

  /** Fills in the samples of a span, in physical units. */
  private gather({ channel, from, to }: SampleSpan, samples: Float64Array, records: ReadRecords): void {
    const signal = this.signals[channel];
    const { sampleBytes } = this.header;
    const { bytes, first, stride } = records;
    for (let at = from; at < to;) {
      const record = Math.floor(at / signal.samplesPerRecord);
      const sample = at - record * signal.samplesPerRecord;
      const count = Math.min(to - at, signal.samplesPerRecord - sample);
      const byte = records.at + (record - first) * stride + sample * sampleBytes;
      (sampleBytes === 2 ? fill16 : fill24)(samples, bytes, { at: at - from, count, byte });
      at += count;
    }
    scale(samples, signal);
  }
}

/** Where samples of one signal lie among bytes that were read. */
interface ReadRecords {
  bytes: Buffer;
  /** The first record of which there are bytes. */
  first: number;
  /** The byte at which the signal's samples of that record begin. */
  at: number;
  /** Bytes from record to record. */
  stride: number;
}

/** Which samples are filled, and the byte that the first of them begins at. */
interface Stretch {
  at: number;
  count: number;
  byte: number;
}

function fill16(samples: Float64Array, bytes: Buffer, { at: first, count, byte }: Stretch): void {
  for (let i = 0, at = byte; i < count; i++, at += 2) {
    samples[first + i] = ((bytes[at] | (bytes[at + 1] << 8)) << 16) >> 16;
  }
}

function fill24(samples: Float64Array, bytes: Buffer, { at: first, count, byte }: Stretch): void {
  for (let i = 0, at = byte; i < count; i++, at += 3) {
    samples[first + i] = ((bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) << 8) >> 8;
  }
}

function scale(samples: Float64Array, { slope, intercept, isStatus }: PlacedSignal): void {
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] * slope + intercept;
    samples[i] = isStatus ? statusOf(value) : value;
  }
}
