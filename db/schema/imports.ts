import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { fileOrigins, tracks } from './catalogue';
import { batches, jobs } from './jobs';

/** Where the files of a batch came from. */
export const importBatches = pgTable('import_batches', {
  batchId: integer('batch_id')
    .primaryKey()
    .references(() => batches.id, { onDelete: 'cascade' }),
  origin: text('origin', { enum: fileOrigins }).notNull(),
});

/** The file of a job that imports it, or analyses it again. */
export const importJobs = pgTable('import_jobs', {
  jobId: integer('job_id')
    .primaryKey()
    .references(() => jobs.id, { onDelete: 'cascade' }),
  path: text('path').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  modifiedMs: bigint('modified_ms', { mode: 'number' }).notNull(),
  origin: text('origin', { enum: fileOrigins }).notNull(),
  /** What the person called an uploaded file; null where the path itself carries the name. */
  name: text('name'),
  /** The track that the file turned out to hold. */
  trackId: integer('track_id').references(() => tracks.id, { onDelete: 'set null' }),
});
