import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { loadEmbeddingModel, type EmbeddingModel } from '@/ml/embedding/embeddingModel';
import { frontEndNames } from '@/ml/embedding/frontEnds/frontEnds';
import { handlerOf } from '../analysis/serveAnalysis';
import { AppError, messageOf } from '../base/errors';
import { inspect, type InspectedModel, type ModelToLoad } from './inspect';

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
async function inspectModel(wanted: ModelToLoad): Promise<InspectedModel> {
  const { output, size } = await loadedModel(wanted);
  const { size: fileBytes } = await stat(wanted.graph);
  return { output, size, fileBytes };
}

export const inspectHandler = handlerOf(inspect, inspectModel);

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
