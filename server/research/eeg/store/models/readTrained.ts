import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../../../base/errors';
import { parsedJson } from '../../../../base/parsedJson';
import { plainReason } from '../../../../base/plainReason';
import { heldOutScores } from '../../model/heldOutScores';
import type { TrainedModel } from './eegModelAnswers';
import { modelLatent, modelMoments } from './modelDocuments';
import { projectLatent } from './projectLatent';
import { wholeModelRecord, type WholeModelRecord } from './wholeModelRecord';

/**
 * Everything that training wrote of a model but its graphs.
 *
 * @throws AppError 'unreadable' where a document is gone or damaged
 */
export async function readTrained(folder: string): Promise<TrainedModel> {
  const record = await readWholeRecord(folder);
  const latent = await readDocument(join(folder, 'latent.json'), modelLatent);
  return {
    record,
    scores: heldOutScores(record),
    moments: await readDocument(join(folder, 'moments.json'), modelMoments),
    latent: projectLatent(latent),
    report: await readText(join(folder, 'report.md')),
  };
}

/** The whole record of a model. Throws AppError 'unreadable'. */
export function readWholeRecord(folder: string): Promise<WholeModelRecord> {
  return readDocument(join(folder, 'model.json'), wholeModelRecord);
}

async function readDocument<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
  const parsed = shape.safeParse(parsedJson(await readText(path)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue.path.join('.') || 'its content';
  throw new AppError(
    'unreadable',
    `invalid model: ${basename(path)} (${where}: ${issue.message}; train it again)`,
  );
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError(
      'unreadable',
      `invalid model: ${basename(path)} (${plainReason(cause)}; train it again)`,
      {
        cause,
      },
    );
  });
}
