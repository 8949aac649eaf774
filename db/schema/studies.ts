import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { tracks } from './catalogue';
import { identity, moment } from './columns';
import { jobs } from './jobs';
import { people } from './people';

/** A researcher's study: who heard what, what was recorded meanwhile, and what came of it. Only its owner sees it, unless it is shared. */
export const studies = pgTable(
  'studies',
  {
    id: identity(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** True where the participants are made up by a generator, which every title and export says. */
    simulated: boolean('simulated').notNull().default(false),
    /** True where whoever is signed in may look at it. */
    shared: boolean('shared').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (study) => [index('studies_person').on(study.personId)],
);

/** Whose study to start with has been made: one that was removed is not made again. */
export const simulatedStudies = pgTable('simulated_studies', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  madeAt: moment('made_at').notNull().defaultNow(),
});

/** Where a brought file stands: to be read, read (and no longer kept), kept as a sound, or refused. */
export const studyFileStates = ['waiting', 'read', 'kept', 'refused'] as const;

/** A file that somebody brought to a study. Its bytes lie below DATA_DIR/studies, or where `path` says. */
export const studyFiles = pgTable(
  'study_files',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => studies.id, { onDelete: 'cascade' }),
    /** Its name as brought, with the folders it lay in. */
    name: text('name').notNull(),
    /** Where it lies on disk; null for an upload, which lies in the study's own folder. */
    path: text('path'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    state: text('state', { enum: studyFileStates }).notNull().default('waiting'),
    /** Why it was refused, in plain words. */
    failure: text('failure'),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (file) => [unique('study_files_name').on(file.studyId, file.name)],
);

/** A piece that participants heard. */
export const studyStimuli = pgTable(
  'study_stimuli',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => studies.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** A label by which results are also told apart, such as happy or sad; null for none. */
    mood: text('mood'),
    /** Null where neither a sound nor a table says it. */
    durationSeconds: doublePrecision('duration_seconds'),
    /** Its sound: a track of the catalogue … */
    trackId: integer('track_id').references(() => tracks.id, { onDelete: 'set null' }),
    /** … or a file brought to the study; null for both where only series were brought. */
    soundFileId: integer('sound_file_id').references(() => studyFiles.id, { onDelete: 'set null' }),
  },
  (stimulus) => [unique('study_stimuli_name').on(stimulus.studyId, stimulus.name)],
);

export const studyParticipants = pgTable(
  'study_participants',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => studies.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
  },
  (participant) => [unique('study_participants_label').on(participant.studyId, participant.label)],
);

/** A region of the brain, or whatever else recordings have a column for; in the order of those columns. */
export const studyTargets = pgTable(
  'study_targets',
  {
    studyId: integer('study_id')
      .notNull()
      .references(() => studies.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    network: text('network'),
    hemisphere: text('hemisphere', { enum: ['left', 'right'] }),
    /** Of its middle, millimetres of MNI space: x to the right, y to the front, z up. */
    centre: jsonb('centre').$type<[number, number, number]>(),
  },
  (target) => [
    primaryKey({ columns: [target.studyId, target.position] }),
    unique('study_targets_name').on(target.studyId, target.name),
  ],
);

/** What a series of a study is: a run's recording, a rating, a feature of the sound, or confounds of a run. */
export const studySeriesKinds = ['recording', 'rating', 'feature', 'confounds'] as const;
export type StudySeriesKind = (typeof studySeriesKinds)[number];

/** What was seen of one column when the series was read. Rows are counted from 0. */
export interface SeriesColumnFacts {
  name: string;
  unit: string | null;
  /** Over the numbers that are finite; null where there are none. */
  mean: number | null;
  standardDeviation: number | null;
  /** How many samples are no finite number, and the first of them; null where there are none. */
  notFinite: number;
  firstNotFinite: number | null;
}

/** A series of samples: a recording of one participant and piece (a run), a rating, a feature, or confounds. */
export const studySeries = pgTable(
  'study_series',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => studies.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: studySeriesKinds }).notNull(),
    stimulusId: integer('stimulus_id')
      .notNull()
      .references(() => studyStimuli.id, { onDelete: 'cascade' }),
    /** Null for a feature that was the same for everybody. */
    participantId: integer('participant_id').references(() => studyParticipants.id, { onDelete: 'cascade' }),
    /** The scale of a rating, the name of a feature, 'recording' or 'confounds'. */
    name: text('name').notNull(),
    /** Seconds between samples: the TR of fMRI; null where nobody said. */
    hopSeconds: doublePrecision('hop_seconds'),
    /** Seconds from the start of the piece to the first sample. */
    startSeconds: doublePrecision('start_seconds').notNull().default(0),
    samples: integer('samples').notNull(),
    columns: jsonb('columns').$type<SeriesColumnFacts[]>().notNull(),
    /** Of a rating: true where it was given after the scan, to the music alone. */
    afterScan: boolean('after_scan').notNull().default(false),
    /** Of a rating: seconds by which it is moved earlier, for the rater's lag. */
    shiftSeconds: doublePrecision('shift_seconds').notNull().default(0),
    /** The name of its file in the study's folder. */
    file: text('file').notNull(),
    /** SHA-256 of its numbers. */
    sha256: text('sha256').notNull(),
    /** The file it was read from, or what computed it. */
    source: text('source').notNull(),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (series) => [
    unique('study_series_name')
      .on(series.stimulusId, series.participantId, series.kind, series.name)
      .nullsNotDistinct(),
    index('study_series_study').on(series.studyId),
  ],
);

export const studyAnalysisKinds = ['encoding', 'coupling', 'leadLag', 'intersubject'] as const;
export type StudyAnalysisKind = (typeof studyAnalysisKinds)[number];

/** An analysis of a study: what was asked, and once it is done what it says in short. The whole lies in a file. */
export const studyAnalyses = pgTable(
  'study_analyses',
  {
    id: identity(),
    studyId: integer('study_id')
      .notNull()
      .references(() => studies.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: studyAnalysisKinds }).notNull(),
    title: text('title').notNull(),
    /** In the shape of server/research/analyses/analysisSpec.ts. */
    spec: jsonb('spec').notNull(),
    /** The job that computes it, while its row is kept. */
    jobId: integer('job_id').references(() => jobs.id, { onDelete: 'set null' }),
    /** SHA-256 over everything that the answer depends on; null until it is done. */
    inputsSha256: text('inputs_sha256'),
    /** What its list shows; null until it is done. */
    summary: jsonb('summary'),
    createdAt: moment('created_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (analysis) => [index('study_analyses_study').on(analysis.studyId)],
);
