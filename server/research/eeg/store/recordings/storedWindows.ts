import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EntropyPlan, EntropyWindows } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../../base/errors';
import { plainReason } from '../../../../base/plainReason';
import { readNpyHeader } from '../../../recordings/numpy/npyHeader';
import { windowsFolder } from '../eegFolders';
import { reportOf } from './listRecordings';
import type { RecordingRow } from './ownedRecording';

/** The measured windows of a recording, and how they were measured. */
export interface StoredWindows extends EntropyWindows {
  plan: EntropyPlan;
}

const described = z.object({
  each: z.array(z.object({ startSeconds: z.number(), rejected: z.boolean() })),
});

/**
 * The windows that were kept of a recording.
 *
 * @throws AppError 'unavailable' where it is not measured yet, 'unreadable' where its file is gone or damaged
 */
export async function storedWindows(dataDirectory: string, recording: RecordingRow): Promise<StoredWindows> {
  const report = reportOf(recording);
  if (report === null || recording.windows === null) throw notMeasured(recording);
  const path = join(windowsFolder(dataDirectory, recording.studyId), recording.windows);
  try {
    const { each } = described.parse(JSON.parse(await readFile(path.replace(/\.npy$/, '.json'), 'utf8')));
    const { channels, bands, steps, plan } = report;
    return {
      ...{ channels, bands, steps, plan },
      startSeconds: Float64Array.from(each, ({ startSeconds }) => startSeconds),
      values: await readValues(path, each.length * steps * channels.length * bands.length),
      rejected: Uint8Array.from(each, ({ rejected }) => (rejected ? 1 : 0)),
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const told = `its windows: ${plainReason(cause)}; measure it again`;
    throw new AppError('unreadable', `invalid recording: ${recording.fileName} (${told})`, { cause });
  }
}

function notMeasured({ fileName, state, failure }: RecordingRow): AppError {
  const told = state === 'refused' ? `it was refused: ${failure}` : 'it is still to be measured';
  return new AppError('unavailable', `invalid recording: ${fileName} (${told})`);
}

/** Numbers of a file that was written in single precision, rows first (`RowFile`). */
async function readValues(path: string, count: number): Promise<Float32Array> {
  const bytes = await readFile(path);
  const { offsetBytes } = readNpyHeader(path, bytes);
  const held = (bytes.length - offsetBytes) / Float32Array.BYTES_PER_ELEMENT;
  if (held !== count) throw new Error(`${held} numbers in place of ${count}`);
  // A copy, as the numbers of a file need not lie where an array may begin.
  const values = new Float32Array(count);
  Buffer.from(values.buffer).set(bytes.subarray(offsetBytes));
  return values;
}
