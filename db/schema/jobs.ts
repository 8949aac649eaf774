import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { identity, moment } from './columns';
import { people } from './people';

/** The life of a job. Failed and cancelled jobs stay, with their reason, until they are retried or cleared. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** The states of a job that is still to end. */
export const openJobStates = ['queued', 'running'] as const satisfies JobState[];

/** One request of a person: these files, or this folder, or these uploads. */
export const batches = pgTable('batches', {
  id: identity(),
  label: text('label').notNull(),
  /** Things asked for that were known and unchanged, and so needed no job. */
  unchanged: integer('unchanged').notNull().default(0),
  /** Whose private work it is, which nobody else is shown; null for work on the library. */
  personId: integer('person_id').references(() => people.id, { onDelete: 'cascade' }),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** One piece of work of any kind. What only one kind knows stands in the payload, or in a table of the kind's own. */
export const jobs = pgTable(
  'jobs',
  {
    id: identity(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batches.id, { onDelete: 'cascade' }),
    /** The name of a kind that the server has. */
    kind: text('kind').notNull(),
    /** What the kind is to do, in the shape that it declares. */
    payload: jsonb('payload').notNull(),
    /** What people call it. */
    label: text('label').notNull(),
    /** What it works on in full, such as a path; null where the label says it all. */
    detail: text('detail'),
    /** Of the jobs with one key, one may be open. */
    exclusiveKey: text('exclusive_key'),
    /** Lower runs first: what somebody waits for before what can wait. */
    priority: integer('priority').notNull().default(1),
    state: text('state', { enum: jobStates }).notNull().default('queued'),
    /** How often the work ended its process: three times fail the job for good. */
    attempts: integer('attempts').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    /** 0..1 of the work. */
    progress: real('progress').notNull().default(0),
    /** How much work it is beside other jobs, by which the time left is told: the bytes of a file. */
    weight: doublePrecision('weight').notNull().default(1),
    /** Length of the sound once it is known, for rates; null where nothing is heard. */
    audioSeconds: real('audio_seconds'),
    /** What came of it, where its kind keeps that here. */
    result: jsonb('result'),
    failureCode: text('failure_code'),
    /** In plain words: why it failed … */
    failure: text('failure'),
    /** … or what is odd although it was done. */
    warning: text('warning'),
    createdAt: moment('created_at').notNull().defaultNow(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (job) => [
    uniqueIndex('jobs_open_key')
      .on(job.exclusiveKey)
      .where(sql`${job.state} in ('queued', 'running')`),
    index('jobs_state').on(job.state, job.priority, job.id),
    index('jobs_batch').on(job.batchId, job.state),
    index('jobs_key').on(job.exclusiveKey),
  ],
);
