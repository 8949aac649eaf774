import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studies, studyFiles, studyStimuli, tracks } from '@/db/schema';
import { cleanText } from '../../base/cleanText';
import { AppError } from '../../base/errors';
import { studyTitle } from './createStudy';
import { ownedStudy } from './ownedStudy';
import type { StudyPlace } from './studyPlace';

type Place = Pick<StudyPlace, 'database' | 'caller'>;

/** Gives a study another title. Throws AppError 'not-found' or 'invalid'. */
export async function renameStudy(
  { database, caller }: Place,
  studyId: number,
  title: string,
): Promise<void> {
  await ownedStudy(database, caller, studyId);
  await database
    .update(studies)
    .set({ title: studyTitle(title) })
    .where(eq(studies.id, studyId));
}

/** Lets whoever is signed in look at a study of the caller's, or nobody any more. Throws AppError 'not-found'. */
export async function shareStudy(
  { database, caller }: Place,
  studyId: number,
  shared: boolean,
): Promise<void> {
  await ownedStudy(database, caller, studyId);
  await database.update(studies).set({ shared }).where(eq(studies.id, studyId));
}

/** What is said of a piece; what is left out stays. */
export interface StimulusChange {
  name?: string;
  mood?: string | null;
  durationSeconds?: number | null;
  /** Its sound: a track of the catalogue, or a sound file that was brought to the study. */
  trackId?: number | null;
  soundFileId?: number | null;
}

/** Adds a piece to a study, or changes one of its own. Returns its number. Throws AppError 'not-found' or 'invalid'. */
export async function setStimulus(
  { database, caller }: Place,
  studyId: number,
  { stimulusId, ...change }: StimulusChange & { stimulusId?: number },
): Promise<number> {
  return database.transaction(async (transaction) => {
    await ownedStudy(transaction, caller, studyId);
    const values = await checked(transaction, studyId, change);
    if (stimulusId === undefined) return addStimulus(transaction, studyId, values);
    const changed = await transaction
      .update(studyStimuli)
      .set(values)
      .where(and(eq(studyStimuli.id, stimulusId), eq(studyStimuli.studyId, studyId)))
      .returning({ id: studyStimuli.id });
    if (changed.length === 0)
      throw new AppError('not-found', `invalid stimulusId: ${stimulusId} (the study has no such piece)`);
    return stimulusId;
  });
}

async function checked(executor: Executor, studyId: number, change: StimulusChange): Promise<StimulusChange> {
  const values = { ...change };
  if (change.name !== undefined) values.name = requireName(change.name);
  if (typeof change.mood === 'string') values.mood = cleanText(change.mood);
  if (typeof change.trackId === 'number') {
    const [track] = await executor.select().from(tracks).where(eq(tracks.id, change.trackId));
    if (!track)
      throw new AppError('not-found', `invalid trackId: ${change.trackId} (no track has this number)`);
    values.durationSeconds ??= track.durationSeconds;
  }
  if (typeof change.soundFileId === 'number') await requireFile(executor, studyId, change.soundFileId);
  return values;
}

async function addStimulus(
  executor: Executor,
  studyId: number,
  { name, ...values }: StimulusChange,
): Promise<number> {
  const [added] = await executor
    .insert(studyStimuli)
    .values({ ...values, name: requireName(name ?? ''), studyId })
    .onConflictDoNothing()
    .returning({ id: studyStimuli.id });
  if (!added) throw new AppError('conflict', `invalid name: ${name} (a piece of this study has it)`);
  return added.id;
}

function requireName(name: string): string {
  const clean = cleanText(name);
  if (clean === null) throw new AppError('invalid', 'invalid name: (none) (what the piece is called)');
  return clean;
}

async function requireFile(executor: Executor, studyId: number, fileId: number): Promise<void> {
  const found = await executor.$count(
    studyFiles,
    and(eq(studyFiles.id, fileId), eq(studyFiles.studyId, studyId)),
  );
  if (found === 0)
    throw new AppError('not-found', `invalid soundFileId: ${fileId} (the study has no such file)`);
}
