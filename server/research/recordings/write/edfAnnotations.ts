import type { EdfAnnotation } from './edfRecording';

/** Seconds as EDF+ writes them: with a sign, without an exponent, to a microsecond. */
const secondsText = (seconds: number): string => String(Number(seconds.toFixed(6)));

/** The annotation without text by which a data record says when it begins. */
const timeKeeping = (record: number): string => `+${record}\x14\x14\0`;

/** A "time-stamped annotation list" of one annotation. */
function annotationText({ onsetSeconds, durationSeconds, label }: EdfAnnotation): string {
  const lasts = durationSeconds > 0 ? `\x15${secondsText(durationSeconds)}` : '';
  return `+${secondsText(onsetSeconds)}${lasts}\x14${label}\x14\0`;
}

/** The annotations of a file by data records of a second. */
export class EdfAnnotations {
  /** What every record's annotations take, the same in all: an even number of bytes. */
  readonly bytes: number;
  private readonly byRecord = new Map<number, string>();

  constructor(annotations: readonly EdfAnnotation[]) {
    for (const annotation of annotations) {
      const record = Math.floor(annotation.onsetSeconds);
      this.byRecord.set(record, (this.byRecord.get(record) ?? '') + annotationText(annotation));
    }
    // A record's number takes no more than 8 characters, as the header has no room for more of them.
    const own = Math.max(0, ...Array.from(this.byRecord.values(), (text) => Buffer.byteLength(text)));
    this.bytes = 2 * Math.ceil((timeKeeping(99_999_999).length + own) / 2);
  }

  /** When the last annotation begins, in whole seconds; -1 where there is none. */
  get lastSecond(): number {
    return Math.max(-1, ...this.byRecord.keys());
  }

  /** What stands in a data record: when it begins, what happened in it, zeros to the end. */
  of(record: number): Buffer {
    const bytes = Buffer.alloc(this.bytes);
    bytes.write(timeKeeping(record) + (this.byRecord.get(record) ?? ''));
    return bytes;
  }
}
