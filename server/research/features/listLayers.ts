import { embeddingLayers } from '@/ml/emotion/embeddingLayers';
import type { GraphLayer } from '@/ml/embedding/graphLayers';
import type { AnalysisClient } from '../../analysis/analysisClient';
import { answerOf } from '../../analysis/answerOf';
import { modelNamed, ownModelName } from '../../embeddings/embeddingModels';
import { requireIntact } from '../../embeddings/graphFile';
import { modelFile } from '../../embeddings/modelFiles';
import type { FeatureStore } from './featureNamed';
import { networkLayers } from './networkLayers';

/** A layer of a network: how it is asked for as a feature, and what makes it (ONNX's word). */
export interface ListedLayer {
  name: string;
  operation: string;
}

/** What it takes to look into networks. */
export type LayerTools = FeatureStore & { client: AnalysisClient };

/** What was read of graphs, by their hash: what a hash stands for does not change. */
const read = new Map<string, GraphLayer[]>();

/**
 * The layers of a network, its embedding among them: of the project's own those that it names itself, of an added one its
 * outputs and what its graph has a name for. Throws AppError 'not-found' for no network of this name, 'unavailable'
 * where its file is gone or altered before it was read.
 */
export async function listLayers(tools: LayerTools, network: string): Promise<ListedLayer[]> {
  const layers = network === ownModelName ? embeddingLayers : await addedLayers(tools, network);
  return layers.map(({ name, operation }) => ({ name: `${network}:${name}`, operation }));
}

async function addedLayers(
  { database, dataDirectory, client }: LayerTools,
  network: string,
): Promise<GraphLayer[]> {
  const { sha256 } = await modelNamed(database, network);
  const known = read.get(sha256);
  if (known) return known;
  const asked = { graph: modelFile(dataDirectory, sha256), sha256 };
  // No process is started for what it would refuse, time after time.
  await requireIntact(asked);
  const layers = answerOf(await client.request(networkLayers, asked));
  read.set(sha256, layers);
  return layers;
}
