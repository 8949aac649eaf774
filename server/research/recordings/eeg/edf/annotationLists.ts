import type { EegEvent } from '../eegRecording';
import { decodeText } from './edfFields';

/** What the annotation signals of one record say. */
export interface RecordAnnotations {
  /** When the record begins, in seconds from the start in the header; null where it does not say. */
  startSeconds: number | null;
  /** Onsets from the start in the header. */
  events: EegEvent[];
  /** Lists that could not be understood. */
  damaged: number;
}

/** Onset, duration behind 0x15, texts between 0x14 (EDF+, section 2.2.2). */
const list = /^([+-]\d+(?:\.\d*)?)(?:\x15(\d+(?:\.\d*)?)?)?\x14(.*)$/s;

/**
 * Reads time-stamped annotation lists of one record.
 *
 * @param signals bytes of each annotation signal; the first one's first list keeps the record's time
 */
export function readAnnotationLists(signals: readonly Buffer[]): RecordAnnotations {
  const found: RecordAnnotations = { startSeconds: null, events: [], damaged: 0 };
  signals.forEach((bytes, signal) => {
    const texts = bytes
      .toString('latin1')
      .split('\0')
      .filter((text) => text !== '');
    texts.forEach((text, index) => {
      const parts = list.exec(text);
      if (!parts) found.damaged++;
      else takeList(parts, { found, keepsTime: signal === 0 && index === 0 });
    });
  });
  return found;
}

function takeList(
  [, onset, duration, rest]: RegExpExecArray,
  { found, keepsTime }: { found: RecordAnnotations; keepsTime: boolean },
): void {
  const [onsetSeconds, durationSeconds] = [Number(onset), Number(duration ?? 0)];
  const texts = rest.split('\x14');
  if (keepsTime && texts[0] === '') found.startSeconds = onsetSeconds;
  for (const text of texts) {
    if (text === '') continue;
    found.events.push({ onsetSeconds, durationSeconds, label: decodeText(Buffer.from(text, 'latin1')) });
  }
}
