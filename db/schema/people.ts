import { index, integer, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { tracks } from './catalogue';
import { identity, moment } from './columns';

/** What people may do, from the least to the most: each may what those before it may. */
export const roles = ['listener', 'member', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Who uses this installation. The first is its owner, who is there from the start and may do everything. */
export const people = pgTable('people', {
  id: identity(),
  name: text('name').notNull(),
  addedAt: moment('added_at').notNull().defaultNow(),
});

/** The owner's row, which the migration writes. */
export const ownerId = 1;

/** A person's own word on a track's emotion, kept apart from the model's. */
export const corrections = pgTable(
  'corrections',
  {
    personId: integer('person_id')
      .notNull()
      .default(ownerId)
      .references(() => people.id, { onDelete: 'cascade' }),
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    valence: real('valence').notNull(),
    arousal: real('arousal').notNull(),
    madeAt: moment('made_at').notNull().defaultNow(),
  },
  (correction) => [
    primaryKey({ columns: [correction.personId, correction.trackId] }),
    index('corrections_track').on(correction.trackId),
  ],
);
