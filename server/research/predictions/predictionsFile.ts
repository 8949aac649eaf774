import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../base/errors';
import { newestModel } from '../../base/newestModel';

const ending = '.predictions.json';
const series = z.array(z.number().int().min(-1_000_000).max(1_000_000)).max(1_000_000);

const shape = z.object({
  hopSeconds: z.number().positive(),
  startSeconds: z.number().min(0),
  /** What the whole numbers are divided by. */
  scale: z.number().positive(),
  models: z.array(z.string()).min(1),
  pieces: z.record(z.string(), z.record(z.string(), z.object({ valence: series, arousal: series }))),
});

/** What models of emotion over time said of pieces they were not trained on. */
export interface Predictions extends z.infer<typeof shape> {
  /** The model they belong to: dynamic-1. */
  name: string;
}

let kept: { key: string; predictions: Predictions } | undefined;

/**
 * The newest dynamic model's predictions in `folder`, read again when the file changes; null where there are none.
 * Throws AppError 'unreadable' for a file that is not of this shape.
 */
export async function readPredictions(folder: string): Promise<Predictions | null> {
  const name = newestModel(folder, 'dynamic', ending);
  if (name === null) return null;
  const file = join(folder, `${name}${ending}`);
  const { mtimeMs, size } = await stat(file);
  const key = [file, mtimeMs, size].join(' ');
  if (kept?.key !== key) kept = { key, predictions: { name, ...parse(file, await readFile(file, 'utf8')) } };
  return kept.predictions;
}

function parse(file: string, text: string): z.infer<typeof shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError(
      'unreadable',
      `invalid predictions: ${basename(file)} (train the dynamic model again)`,
      {
        cause,
      },
    );
  }
}
