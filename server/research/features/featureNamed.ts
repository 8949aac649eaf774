import { asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { embeddingModels } from '@/db/schema';
import { AppError } from '../../base/errors';
import { ownModelName } from '../../embeddings/embeddingModels';
import { layerFeature, ownFeatures, ownLayerFeature, type AvailableFeature } from './availableFeatures';

/** Where added networks are listed, and where their files lie. */
export interface FeatureStore {
  database: Executor;
  dataDirectory: string;
}

/** Every feature that can be asked for by a name of its own; layers of networks are asked for as NETWORK:LAYER. */
export async function listFeatures({ database, dataDirectory }: FeatureStore): Promise<AvailableFeature[]> {
  const models = await database.select().from(embeddingModels).orderBy(asc(embeddingModels.name));
  return [...ownFeatures(), ...models.map((model) => layerFeature(model, dataDirectory))];
}

/**
 * The feature of a name: one of the project's own, an added network, or NETWORK:LAYER. Whether an added network has a
 * layer is known only when its graph is opened. Throws AppError 'not-found'.
 */
export async function featureNamed(
  { database, dataDirectory }: FeatureStore,
  name: string,
): Promise<AvailableFeature> {
  const own = ownFeatures().find((feature) => feature.name === name);
  if (own) return own;
  const [network, ...rest] = name.split(':');
  if (network === ownModelName && rest.length > 0) return ownLayerFeature(rest.join(':'));
  const [model] = await database.select().from(embeddingModels).where(eq(embeddingModels.name, network));
  if (model) return layerFeature(model, dataDirectory, rest.length > 0 ? rest.join(':') : undefined);
  const names = (await listFeatures({ database, dataDirectory })).map((feature) => feature.name).join(', ');
  throw new AppError('not-found', `invalid feature: ${name} (${names}, or NETWORK:LAYER are known)`);
}
