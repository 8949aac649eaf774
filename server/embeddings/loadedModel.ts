import { stat } from 'node:fs/promises';
import { loadEmbeddingModel, type EmbeddingModel } from '@/ml/embedding/embeddingModel';
import { handlerOf } from '../analysis/serveAnalysis';
import { AppError, messageOf } from '../base/errors';
import { knownFrontEnd, requireIntact } from './graphFile';
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
  const frontEnd = knownFrontEnd(wanted.frontEnd);
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
