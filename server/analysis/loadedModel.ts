import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { loadEmbeddingModel, type EmbeddingModel } from '@/ml/embedding/embeddingModel';
import { frontEndNames } from '@/ml/embedding/frontEnds/frontEnds';
import { AppError, messageOf } from '../base/errors';

/** A graph to be loaded by the analysis process. */
export interface ModelToLoad {
  /** Path of the file, and the SHA-256 of its content. */
  graph: string;
  sha256: string;
  /** A name that ml/embedding knows. */
  frontEnd: string;
  output?: string;
}

let kept: { key: string; model: EmbeddingModel } | undefined;

/**
 * The model, loaded on first use and kept until another is asked for. Throws AppError 'unavailable' where its file is
 * gone or altered or its front end is not known here, 'invalid' where the graph does not fit.
 */
export async function loadedModel(wanted: ModelToLoad): Promise<EmbeddingModel> {
  const key = JSON.stringify(wanted);
  if (kept?.key === key) return kept.model;
  await kept?.model.release();
  kept = undefined;
  const frontEnd = frontEndNames.find((name) => name === wanted.frontEnd);
  if (!frontEnd)
    throw new AppError(
      'unavailable',
      `the embedding model needs the front end ${wanted.frontEnd} of a newer Circumplex`,
    );
  await requireIntact(wanted);
  const model = await loadEmbeddingModel({ ...wanted, frontEnd }).catch((error: unknown) => {
    throw new AppError('invalid', messageOf(error), { cause: error });
  });
  kept = { key, model };
  return model;
}

/** What is to be known of a graph: loaded, tried on a window, and let go. */
export async function inspectModel(
  wanted: ModelToLoad,
): Promise<{ output: string; size: number; fileBytes: number }> {
  const { output, size } = await loadedModel(wanted);
  const { size: fileBytes } = await stat(wanted.graph);
  return { output, size, fileBytes };
}

async function requireIntact({ graph, sha256 }: ModelToLoad): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(graph), hash).catch((error: unknown) => {
    throw new AppError('unavailable', 'the file of the embedding model is not there: add it again', {
      cause: error,
    });
  });
  if (hash.digest('hex') !== sha256)
    throw new AppError(
      'unavailable',
      'the file of the embedding model was altered: remove it and add it again',
    );
}
