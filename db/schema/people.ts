import { integer, pgTable, real } from 'drizzle-orm/pg-core';
import { tracks } from './catalogue';
import { moment } from './columns';

/** A person's own word on a track's emotion, kept apart from the model's. */
export const corrections = pgTable('corrections', {
  trackId: integer('track_id')
    .primaryKey()
    .references(() => tracks.id, { onDelete: 'cascade' }),
  valence: real('valence').notNull(),
  arousal: real('arousal').notNull(),
  madeAt: moment('made_at').notNull().defaultNow(),
});
