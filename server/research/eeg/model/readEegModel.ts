import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { eegModelRecord, type EegModelRecord } from './eegModelRecord';

/**
 * The record of a trained model, of the folder that training wrote.
 *
 * @throws AppError 'unreadable' where there is none, 'invalid' where it is of another format
 */
export async function readEegModel(folder: string): Promise<EegModelRecord> {
  const path = join(folder, 'model.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const reason = `${plainReason(cause)}: give the folder that training wrote`;
    throw new AppError('unreadable', `invalid model: ${path} (${reason})`, { cause });
  });
  const parsed = eegModelRecord.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue.path.join('.') || 'its content';
  throw new AppError('invalid', `invalid model: ${path} (${where}: ${issue.message}; train it again)`);
}

/** Undefined for what is no JSON, which no record is. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
