import { and, asc, desc, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '@/db/open';
import {
  jobs,
  openJobStates,
  studyFiles,
  studyParticipants,
  studySeries,
  studyStimuli,
  studyTargets,
  type SeriesColumnFacts,
} from '@/db/schema';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { Caller } from '../../access/caller';
import { listAnalyses, type AnalysisSummary } from '../analyses/listAnalyses';
import { secondsLeft } from '../analyses/secondsLeft';
import { readableStudy, type StudyRow } from './ownedStudy';
import type { SeriesHead } from './seriesHead';
import { studyKey } from './studyJobs';

/** A piece of a study. */
export interface StudyStimulus {
  id: number;
  name: string;
  mood: string | null;
  durationSeconds: number | null;
  /** Its sound: a track, a brought file, or neither. */
  trackId: number | null;
  soundFileId: number | null;
}

/** A series with what is known of each column: of hundreds of regions of dozens of people, too much for a page. */
export interface SeriesWithFacts extends Omit<SeriesHead, 'columns'> {
  columns: SeriesColumnFacts[];
}

/** A file that was brought. */
interface StudyFile {
  id: number;
  name: string;
  sizeBytes: number;
  state: 'waiting' | 'read' | 'kept' | 'refused';
  failure: string | null;
}

/** Work on a study that is waiting or under way: reading files, or computing features. */
interface StudyJob {
  jobId: number;
  kind: string;
  label: string;
  state: 'queued' | 'running';
  /** 0..1. */
  progress: number;
  secondsLeft: number | null;
}

/** Everything of a study but numbers. */
export interface StudyDetail {
  id: number;
  title: string;
  simulated: boolean;
  /** True where whoever is signed in may look at it. */
  shared: boolean;
  /** False for one that another shares: it can be looked at, not changed. */
  isOwn: boolean;
  createdAt: string;
  participants: { id: number; label: string }[];
  stimuli: StudyStimulus[];
  targets: Target[];
  series: SeriesHead[];
  files: StudyFile[];
  analyses: AnalysisSummary[];
  jobs: StudyJob[];
}

/** A study of the caller's, or one that is shared. Throws AppError 'not-found'. */
export async function studyDetail(database: Database, caller: Caller, studyId: number): Promise<StudyDetail> {
  const study = await readableStudy(database, caller, studyId);
  return {
    ...headOf(study),
    isOwn: study.personId === caller.personId,
    ...(await partsOf(database, studyId)),
    analyses: await listAnalyses(database, caller, studyId),
    jobs: await openJobs(database, studyId),
  };
}

function headOf({ id, title, simulated, shared, createdAt }: StudyRow) {
  return { id, title, simulated, shared, createdAt: createdAt.toISOString() };
}

async function partsOf(database: Database, studyId: number) {
  const { id, label } = studyParticipants;
  const participants = await database
    .select({ id, label })
    .from(studyParticipants)
    .where(eq(studyParticipants.studyId, studyId))
    .orderBy(asc(label));
  const { name, mood, durationSeconds, trackId, soundFileId } = studyStimuli;
  const stimuli = await database
    .select({ id: studyStimuli.id, name, mood, durationSeconds, trackId, soundFileId })
    .from(studyStimuli)
    .where(eq(studyStimuli.studyId, studyId))
    .orderBy(asc(studyStimuli.id));
  return {
    participants,
    stimuli,
    targets: await targetsOf(database, studyId),
    series: await seriesOf(database, studyId),
    files: await filesOf(database, studyId),
  };
}

/** The regions of a study, in the order of its recordings' columns. */
async function targetsOf(database: Database, studyId: number): Promise<Target[]> {
  const { name, network, hemisphere, centre } = studyTargets;
  return database
    .select({ name, network, hemisphere, centre })
    .from(studyTargets)
    .where(eq(studyTargets.studyId, studyId))
    .orderBy(asc(studyTargets.position));
}

/** The series of a study, by kind, piece and participant. */
async function seriesOf(database: Database, studyId: number): Promise<SeriesHead[]> {
  const names = sql<string[]>`jsonb_path_query_array(${studySeries.columns}, '$[*].name')`;
  return seriesSelected(database, studyId, names);
}

/** The same with what is known of their columns. */
export async function seriesWithFacts(database: Database, studyId: number): Promise<SeriesWithFacts[]> {
  return seriesSelected(database, studyId, sql<SeriesColumnFacts[]>`${studySeries.columns}`);
}

async function seriesSelected<Columns>(database: Database, studyId: number, columns: SQL<Columns>) {
  const { id, kind, name, hopSeconds, startSeconds, samples } = studySeries;
  const { afterScan, shiftSeconds, source, sha256 } = studySeries;
  return database
    .select({
      ...{ id, kind, name, hopSeconds, startSeconds, samples, columns },
      ...{ afterScan, shiftSeconds, source, sha256 },
      stimulus: studyStimuli.name,
      participant: studyParticipants.label,
    })
    .from(studySeries)
    .innerJoin(studyStimuli, eq(studyStimuli.id, studySeries.stimulusId))
    .leftJoin(studyParticipants, eq(studyParticipants.id, studySeries.participantId))
    .where(eq(studySeries.studyId, studyId))
    .orderBy(asc(kind), asc(studyStimuli.id), asc(studyParticipants.label), asc(name));
}

async function filesOf(database: Database, studyId: number): Promise<StudyFile[]> {
  const { id, name, sizeBytes, state, failure } = studyFiles;
  return database
    .select({ id, name, sizeBytes, state, failure })
    .from(studyFiles)
    .where(eq(studyFiles.studyId, studyId))
    .orderBy(asc(name));
}

async function openJobs(database: Database, studyId: number): Promise<StudyJob[]> {
  const rows = await database
    .select()
    .from(jobs)
    .where(
      and(
        inArray(jobs.state, [...openJobStates]),
        or(eq(jobs.exclusiveKey, studyKey(studyId)), like(jobs.exclusiveKey, `${studyKey(studyId)}:%`)),
      ),
    )
    .orderBy(desc(jobs.id));
  return rows.map((job) => ({
    jobId: job.id,
    kind: job.kind,
    label: job.label,
    state: job.state === 'running' ? 'running' : 'queued',
    progress: job.progress,
    secondsLeft: secondsLeft(job),
  }));
}
