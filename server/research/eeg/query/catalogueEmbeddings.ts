import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, embeddingModels, trackEmbeddings, tracks } from '@/db/schema';
import { embeddingVersion } from '@/ml/emotion/embeddingVersion';
import { type Matrix, matrixOf } from '@/ml/matrix/matrix';
import { AppError } from '../../../base/errors';
import { isRepresentative } from '../../../catalogue/tracks/trackSummary';
import { layerFeature } from '../../features/availableFeatures';
import type { EegModelRecord } from '../model/eegModelRecord';
import { ownEmbedding } from '../set/setEmbeddings';

/** Tracks of the catalogue with the embedding that a model hears music by. */
export interface CatalogueEmbeddings {
  trackIds: number[];
  /** [tracks, width] */
  vectors: Matrix;
}

/**
 * The embedding of every recording of the catalogue that has it, by which a model was trained.
 *
 * @throws AppError 'invalid' where the catalogue has another version of the embedding, 'not-found' where it has none
 */
export async function catalogueEmbeddings(
  executor: Executor,
  wanted: EegModelRecord['set']['embedding'],
  dataDirectory: string,
): Promise<CatalogueEmbeddings> {
  const rows =
    wanted.name === ownEmbedding
      ? await ownVectors(executor, wanted)
      : await addedVectors(executor, wanted, dataDirectory);
  const values = new Float32Array(rows.length * wanted.width);
  rows.forEach(({ vector }, row) => values.set(vector, row * wanted.width));
  return { trackIds: rows.map(({ trackId }) => trackId), vectors: matrixOf(values, wanted.width) };
}

interface Row {
  trackId: number;
  vector: number[];
}

type Wanted = EegModelRecord['set']['embedding'];

async function ownVectors(executor: Executor, { version }: Wanted): Promise<Row[]> {
  const rows = await executor
    .select({ trackId: analyses.trackId, vector: analyses.embedding, version: analyses.modelVersion })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .where(and(isRepresentative, eq(analyses.current, true)))
    .orderBy(asc(analyses.trackId));
  const fitting = rows.filter(
    (row) => !version || embeddingVersion(row.version) === embeddingVersion(version),
  );
  if (rows.length > 0 && fitting.length === 0)
    throw new AppError(
      'invalid',
      `invalid model: it hears the embedding of ${version}, and the catalogue has that of ${rows[0].version} (make its set again, and train it again)`,
    );
  return fitting;
}

async function addedVectors(executor: Executor, wanted: Wanted, dataDirectory: string): Promise<Row[]> {
  const [model] = await executor.select().from(embeddingModels).where(eq(embeddingModels.name, wanted.name));
  if (!model)
    throw new AppError(
      'not-found',
      `invalid model: it hears music by "${wanted.name}", which no track of the catalogue has (circumplex models add)`,
    );
  const isOther = wanted.version && wanted.version !== layerFeature(model, dataDirectory).version;
  if (isOther || model.size !== wanted.width)
    throw new AppError('invalid', `invalid model: it was trained by another network called "${wanted.name}"`);
  const rows = await executor
    .select({ trackId: trackEmbeddings.trackId, vector: trackEmbeddings.embedding })
    .from(trackEmbeddings)
    .innerJoin(tracks, eq(tracks.id, trackEmbeddings.trackId))
    .where(and(isRepresentative, eq(trackEmbeddings.modelId, model.id), isNotNull(trackEmbeddings.embedding)))
    .orderBy(asc(trackEmbeddings.trackId));
  return rows.flatMap(({ trackId, vector }) => (vector ? [{ trackId, vector }] : []));
}
