import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, real, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { tracks } from './catalogue';
import { identity, moment } from './columns';

/** What people may do, from the least to the most: each may what those before it may. */
export const roles = ['listener', 'member', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Who uses this installation. The first is its owner, who is there from the start and may do everything. */
export const people = pgTable(
  'people',
  {
    id: identity(),
    name: text('name').notNull(),
    role: text('role', { enum: roles }).notNull().default('listener'),
    /** By Argon2id; null for who cannot sign in by name. */
    passwordHash: text('password_hash'),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (person) => [uniqueIndex('people_name').on(sql`lower(${person.name})`)],
);

/** SHA-256, in hexadecimal digits, of a secret of 32 random bytes that is kept nowhere. */
const secretHash = () => text('secret_hash').notNull().unique();

/** Browsers that are signed in, until they sign out or are signed out. */
export const sessions = pgTable(
  'sessions',
  {
    id: identity(),
    secretHash: secretHash(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Of one that began with the access token of the settings: a mark that only this token makes; else null. */
    tokenMark: text('token_mark'),
    /** Where from and with what, as far as it tells one's own browsers apart. */
    address: text('address').notNull(),
    browser: text('browser').notNull(),
    madeAt: moment('made_at').notNull().defaultNow(),
    seenAt: moment('seen_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
  },
  (session) => [index('sessions_person').on(session.personId)],
);

/** What tools send in place of a name and a password. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: identity(),
    secretHash: secretHash(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** What it may do at most, where that is less than its person. */
    role: text('role', { enum: roles }),
    /** Of one that was made by who came in with the access token of the settings: a mark that only this token makes. */
    tokenMark: text('token_mark'),
    madeAt: moment('made_at').notNull().defaultNow(),
    usedAt: moment('used_at'),
    expiresAt: moment('expires_at'),
  },
  (token) => [unique('access_tokens_name').on(token.personId, token.name)],
);

/** Links by which somebody becomes one of the people, or chooses a new password, once. */
export const invitations = pgTable('invitations', {
  id: identity(),
  secretHash: secretHash(),
  /** Whose password is to be chosen; null for somebody new. */
  personId: integer('person_id').references(() => people.id, { onDelete: 'cascade' }),
  /** Who made it: it ends with what they are. */
  madeBy: integer('made_by')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  /** The role of somebody new. */
  role: text('role', { enum: roles }).notNull(),
  madeAt: moment('made_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull(),
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
