import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '../../../base/errors';
import { EdfAnnotations } from './edfAnnotations';
import { edfHeader, recordCountField, recordCountOffset } from './edfHeader';
import { checkEdf, type EdfRecording } from './edfRecording';
import { type EdfBlock, EdfRecords } from './edfRecords';

/** What became of a file. */
interface WrittenEdf {
  durationSeconds: number;
  /** How many samples lay beyond their channel's range and were stored at its end. */
  clipped: number;
}

/**
 * Writes an EDF+ file without gaps (Kemp and Olivan 2003), block by block, whole at `path` or not at all: two bytes a
 * sample, data records of a second, annotations with their onsets and durations.
 *
 * @param blocks [channel][samples] in the channels' units, stretches of any length that follow upon each other, whole
 *   seconds together
 * @throws AppError 'invalid' where EDF+ cannot hold this: a text that is not ASCII, a sample that is no number, a second
 *   that is not whole, an annotation behind the end
 */
export async function writeEdf(
  path: string,
  recording: EdfRecording,
  blocks: Iterable<EdfBlock> | AsyncIterable<EdfBlock>,
): Promise<WrittenEdf> {
  checkEdf(recording);
  const unfinished = `${path}.unfinished`;
  try {
    const written = await writeRecords(unfinished, recording, blocks);
    await rename(unfinished, path);
    return written;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeRecords(
  path: string,
  recording: EdfRecording,
  blocks: Iterable<EdfBlock> | AsyncIterable<EdfBlock>,
): Promise<WrittenEdf> {
  const annotations = new EdfAnnotations(recording.annotations);
  const records = new EdfRecords(recording.channels);
  const file = await open(path, 'w');
  try {
    await file.write(edfHeader(recording, annotations.bytes, -1));
    let count = 0;
    for await (const block of blocks)
      for (const samples of records.add(block))
        await file.write(Buffer.concat([samples, annotations.of(count++)]));
    records.end();
    requireWithin(annotations, count);
    await file.write(Buffer.from(recordCountField(count)), 0, 8, recordCountOffset);
    return { durationSeconds: count, clipped: records.clipped };
  } finally {
    await file.close();
  }
}

function requireWithin({ lastSecond }: EdfAnnotations, seconds: number): void {
  if (seconds === 0) throw new AppError('invalid', 'invalid blocks: no samples (at least a second)');
  if (lastSecond >= seconds)
    throw new AppError('invalid', `invalid onset: ${lastSecond} s (the recording lasts ${seconds} s)`);
}
