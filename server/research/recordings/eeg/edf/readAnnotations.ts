import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { FileParts } from '../blocks/fileParts';
import type { EegEvent } from '../eegRecording';
import { readAnnotationLists } from './annotationLists';
import type { EdfHeader } from './edfHeader';
import { requireGapless } from './requireGapless';

const mostEvents = 1_000_000;
const mostBytesAtOnce = 2 ** 20;

/**
 * The annotations of all records, from the first sample on. Of files that may have gaps, the times of all records are
 * checked.
 *
 * @throws AppError 'invalid' for a file with gaps, naming them; 'too-large' above a million annotations
 */
export async function readAnnotations(
  file: FileHead,
  header: EdfHeader,
): Promise<{ events: EegEvent[]; warnings: string[] }> {
  const starts: (number | null)[] = [];
  const events: EegEvent[] = [];
  let damaged = 0;
  for await (const signals of annotationBytes(file, header)) {
    const found = readAnnotationLists(signals);
    starts.push(found.startSeconds);
    for (const event of found.events) events.push(event);
    damaged += found.damaged;
    if (events.length > mostEvents) throw fileFault('too-large', file.path, `over ${mostEvents} annotations`);
  }
  if (header.mayHaveGaps) requireGapless(file.path, header, starts);
  // The first record may begin a fraction of a second behind the start that the header tells.
  const start = starts[0] ?? 0;
  return {
    events: events.map((event) => ({ ...event, onsetSeconds: event.onsetSeconds - start })),
    warnings: damaged > 0 ? [`${damaged} of its annotation lists are damaged and left out`] : [],
  };
}

/** Bytes of each annotation signal, record by record. */
async function* annotationBytes(file: FileHead, header: EdfHeader): AsyncGenerator<Buffer[]> {
  const { signals, sampleBytes, recordBytes, records, offsetBytes } = header;
  let place = 0;
  const placed = signals.map(({ isAnnotations, samplesPerRecord }) => {
    const length = samplesPerRecord * sampleBytes;
    place += length;
    return { isAnnotations, from: place - length, length };
  });
  const wanted = placed.filter(({ isAnnotations }) => isAnnotations);
  if (wanted.length === 0) return;
  requireSmall(file, wanted);
  const parts = await FileParts.open(file.path);
  try {
    const recordsAtOnce = Math.floor(mostBytesAtOnce / recordBytes);
    for (let record = 0; record < records; record += Math.max(1, recordsAtOnce)) {
      const start = offsetBytes + record * recordBytes;
      if (recordsAtOnce === 0) {
        yield await Promise.all(wanted.map(({ from, length }) => parts.read(start + from, length)));
        continue;
      }
      const count = Math.min(recordsAtOnce, records - record);
      const bytes = await parts.read(start, count * recordBytes);
      for (let index = 0; index < count; index++) {
        yield wanted.map(({ from, length }) => {
          const at = index * recordBytes + from;
          return bytes.subarray(at, at + length);
        });
      }
    }
  } finally {
    await parts.close();
  }
}

function requireSmall(file: FileHead, wanted: readonly { length: number }[]): void {
  const together = wanted.reduce((sum, { length }) => sum + length, 0);
  if (together <= 2 ** 26) return;
  throw fileFault('too-large', file.path, `${together} bytes of annotations in one record: at most 64 MB`);
}
