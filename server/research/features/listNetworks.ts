import { asc } from 'drizzle-orm';
import { embeddingModels } from '@/db/schema';
import { AnalysisClient } from '../../analysis/analysisClient';
import { isAppError } from '../../base/errors';
import { SharedWork } from '../../base/sharedWork';
import { ownModelName } from '../../embeddings/embeddingModels';
import type { FeatureStore } from './featureNamed';
import { listLayers, type ListedLayer, type LayerTools } from './listLayers';

/** A network, and its layers from the input on. */
export interface ListedNetwork {
  network: string;
  layers: ListedLayer[];
  /** Why its layers cannot be told; null where they can. */
  fault: string | null;
}

/** A process looks into networks for all who ask at a time. */
const listing = new SharedWork<ListedNetwork[]>();

/** The layers of every network, the project's own first. */
export function listNetworks(store: FeatureStore): Promise<ListedNetwork[]> {
  return listing.join(store.dataDirectory, () => lookedInto(store));
}

async function lookedInto(store: FeatureStore): Promise<ListedNetwork[]> {
  const added = await store.database
    .select({ name: embeddingModels.name })
    .from(embeddingModels)
    .orderBy(asc(embeddingModels.name));
  const client = new AnalysisClient();
  try {
    const networks: ListedNetwork[] = [];
    for (const network of [ownModelName, ...added.map(({ name }) => name)])
      networks.push(await listedNetwork({ ...store, client }, network));
    return networks;
  } finally {
    client.close();
  }
}

async function listedNetwork(tools: LayerTools, network: string): Promise<ListedNetwork> {
  try {
    return { network, layers: await listLayers(tools, network), fault: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { network, layers: [], fault: error.message };
  }
}
