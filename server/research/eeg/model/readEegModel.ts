import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../base/errors';
import { parsedJson } from '../../../base/parsedJson';
import { plainReason } from '../../../base/plainReason';
import { eegModelRecord, type EegModelRecord } from './eegModelRecord';

/**
 * The record of a trained model, of the folder that training wrote.
 *
 * @throws AppError 'unreadable' where there is none, 'invalid' where it is of another format
 */
export async function readEegModel(folder: string): Promise<EegModelRecord> {
  // Of where it lies only the folder's name is told: it may be the server's own.
  const told = join(basename(folder), 'model.json');
  const text = await readFile(join(folder, 'model.json'), 'utf8').catch((cause: unknown) => {
    const reason = `${plainReason(cause)}: give the folder that training wrote`;
    throw new AppError('unreadable', `invalid model: ${told} (${reason})`, { cause });
  });
  const parsed = eegModelRecord.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue.path.join('.') || 'its content';
  throw new AppError('invalid', `invalid model: ${told} (${where}: ${issue.message}; train it again)`);
}
