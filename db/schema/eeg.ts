import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { tracks } from './catalogue';
import { identity, moment } from './columns';
import { jobs } from './jobs';
import { people } from './people';

/** A researcher's study of EEG and music. Only its owner sees it. */
export const eegStudies = pgTable(
  'eeg_studies',
  {
    id: identity(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** True where the participants are made up by a generator, which every title and export says. */
    simulated: boolean('simulated').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (study) => [index('eeg_studies_person').on(study.personId)],
);

/** Whose study to start with has been made: one that was removed is not made again. */
export const simulatedEegStudies = pgTable('simulated_eeg_studies', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  madeAt: moment('made_at').notNull().defaultNow(),
});

/** Where a recording stands: to be read, read and measured, or refused. */
export const eegRecordingStates = ['waiting', 'measured', 'refused'] as const;
export type EegRecordingState = (typeof eegRecordingStates)[number];

/** What was seen of one channel when the recording was read. */
export interface EegChannelFacts {
  name: string;
  /** Such as eeg, eog, status. */
  kind: string;
  unit: string | null;
  rateHz: number;
  /** True where a table beside the file marks it as bad. */
  bad: boolean;
  /** Over the numbers that are finite, in its unit; null where there are none. */
  mean: number | null;
  standardDeviation: number | null;
}

/** Something that happened, from the first sample of the recording. */
export interface EegEventFacts {
  onsetSeconds: number;
  durationSeconds: number;
  label: string;
}

/** A recording of one participant's electrodes. Its file and its windows lie below DATA_DIR/eeg. */
export const eegRecordings = pgTable(
  'eeg_recordings',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => eegStudies.id, { onDelete: 'cascade' }),
    participant: text('participant').notNull(),
    /** Its name as brought, with the folders it lay in. */
    fileName: text('file_name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    state: text('state', { enum: eegRecordingStates }).notNull().default('waiting'),
    /** Why it was refused, in plain words. */
    failure: text('failure'),
    /** Such as EDF+C; null until it is read, as the rest of what the file says. */
    format: text('format'),
    durationSeconds: doublePrecision('duration_seconds'),
    channels: jsonb('channels').$type<EegChannelFacts[]>().notNull().default([]),
    events: jsonb('events').$type<EegEventFacts[]>().notNull().default([]),
    /** How it is to be cleaned and measured, in the shape of server/research/eeg/entropy/measuringWish.ts. */
    measuring: jsonb('measuring').notNull(),
    /** Places on the head that a model needs: those not recorded are interpolated. */
    sites: jsonb('sites').$type<string[]>().notNull().default([]),
    /** How it was measured and what was dropped for it; null until it is measured. */
    report: jsonb('report'),
    /** The name of the file of its windows; null until it is measured. */
    windows: text('windows'),
    /** The job that reads it, while its row is kept. */
    jobId: integer('job_id').references(() => jobs.id, { onDelete: 'set null' }),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (recording) => [unique('eeg_recordings_name').on(recording.studyId, recording.fileName)],
);

/** A piece of music that participants heard, and what raters said of it. */
export const eegTracks = pgTable(
  'eeg_tracks',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => eegStudies.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Its sound: a track of the catalogue. */
    trackId: integer('track_id').references(() => tracks.id, { onDelete: 'set null' }),
    /** The raters' means on 1 to 9; null where none rated it. */
    valence: doublePrecision('valence'),
    arousal: doublePrecision('arousal'),
  },
  (track) => [unique('eeg_tracks_name').on(track.studyId, track.name)],
);

/** A stretch of a recording during which something was heard. */
export const eegTrials = pgTable(
  'eeg_trials',
  {
    id: identity(),
    recordingId: integer('recording_id')
      .notNull()
      .references(() => eegRecordings.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    startSeconds: doublePrecision('start_seconds').notNull(),
    /** Null where nobody said: as long as the track. */
    durationSeconds: doublePrecision('duration_seconds'),
    /** What was heard; null where it is none of the study's tracks. */
    trackId: integer('track_id').references(() => eegTracks.id, { onDelete: 'set null' }),
    /** What the participant said of it on 1 to 9; null where nothing was said. */
    valence: doublePrecision('valence'),
    arousal: doublePrecision('arousal'),
  },
  (trial) => [index('eeg_trials_recording').on(trial.recordingId)],
);

/** A model of EEG and music, trained on a study. Its graphs and its record lie below DATA_DIR/eeg. */
export const eegModels = pgTable(
  'eeg_models',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => eegStudies.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** In the shape of server/research/eeg/store/models/modelWish.ts. */
    settings: jsonb('settings').notNull(),
    /** What its list shows of its record; null until it is trained. */
    digest: jsonb('digest'),
    /** The job that trains it, while its row is kept. */
    jobId: integer('job_id').references(() => jobs.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (model) => [index('eeg_models_study').on(model.studyId)],
);
