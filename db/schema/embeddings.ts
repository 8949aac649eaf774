import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tracks } from './catalogue';
import { anyVector, identity, moment } from './columns';
import { batches } from './jobs';

/** Embedding networks that an operator added. The emotion model's own embedding is none of them. */
export const embeddingModels = pgTable(
  'embedding_models',
  {
    id: identity(),
    name: text('name').notNull().unique(),
    /** SHA-256 of the graph, by which its file is named. */
    sha256: text('sha256').notNull(),
    /** How sound is prepared for it: a name that ml/embedding knows. */
    frontEnd: text('front_end').notNull(),
    /** The output of the graph that is the embedding, and how many numbers it has. */
    output: text('output').notNull(),
    size: integer('size').notNull(),
    fileBytes: bigint('file_bytes', { mode: 'number' }).notNull(),
    /** The address or the name of the file it came from. */
    source: text('source').notNull(),
    /** True for the one that answers what sounds alike. */
    inUse: boolean('in_use').notNull().default(false),
    /** The batch that embeds the tracks that were there before it came into use. */
    batchId: integer('batch_id').references(() => batches.id, { onDelete: 'set null' }),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (model) => [
    uniqueIndex('embedding_models_in_use')
      .on(model.inUse)
      .where(sql`${model.inUse}`),
  ],
);

/**
 * What an added network says of a track. Vectors keep all their digits, for research, and are searched one by one:
 * pgvector's indexes take one size each, up to 2,000 numbers, and would have to come and go with the models. The
 * migration lets vectors of up to 2,000 numbers lie in the row (storage main): 20,000 of 512 numbers are then
 * searched in half a second instead of three.
 */
export const trackEmbeddings = pgTable(
  'track_embeddings',
  {
    modelId: integer('model_id')
      .notNull()
      .references(() => embeddingModels.id, { onDelete: 'cascade' }),
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    /** Null where the network has no answer. */
    embedding: anyVector('embedding'),
    /** Why it has none, in plain words. */
    failure: text('failure'),
    embeddedAt: moment('embedded_at').notNull().defaultNow(),
  },
  (row) => [
    primaryKey({ columns: [row.modelId, row.trackId] }),
    index('track_embeddings_track').on(row.trackId),
  ],
);
