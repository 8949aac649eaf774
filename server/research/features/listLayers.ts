import type { AnalysisClient } from '../../analysis/analysisClient';
import { answerOf } from '../../analysis/answerOf';
import { modelNamed } from '../../embeddings/embeddingModels';
import { modelFile } from '../../embeddings/modelFiles';
import type { FeatureStore } from './featureNamed';
import { networkLayers } from './networkLayers';

/** A layer of an added network: how it is asked for as a feature, and what makes it (ONNX's word). */
export interface ListedLayer {
  name: string;
  operation: string;
}

/**
 * The layers of an added network, its embedding among them: its outputs, and what its graph has a name for.
 * Throws AppError 'not-found' for no network of this name, 'unavailable' where its file is gone or altered.
 */
export async function listLayers(
  { database, dataDirectory, client }: FeatureStore & { client: AnalysisClient },
  network: string,
): Promise<ListedLayer[]> {
  const { sha256 } = await modelNamed(database, network);
  const layers = answerOf(
    await client.request(networkLayers, { graph: modelFile(dataDirectory, sha256), sha256 }),
  );
  return layers.map(({ name, operation }) => ({ name: `${network}:${name}`, operation }));
}
