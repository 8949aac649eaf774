import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { eegRecordings } from '@/db/schema';
import { cleanText } from '../../../../base/cleanText';
import { broughtName } from '../../../studies/files/broughtName';
import { listenToFaults, receiveBytes, type IncomingBytes } from '../../../studies/files/receiveBytes';
import type { StudyPlace } from '../../../studies/studyPlace';
import { measuringWish } from '../../entropy/measuringWish';
import { eegBroughtFolder, eegStudyFolder } from '../eegFolders';
import { ownedEegStudy } from '../studies/ownedEegStudy';
import { receiveTable } from '../tables/receiveTable';
import { fileRole, isReadWith, participantOf } from './fileRole';
import { queueReading } from './queueReading';

/** A file on its way to a study of EEG. */
export interface EegUpload extends IncomingBytes {
  studyId: number;
  /** Its name, with the folders it lay in. */
  name: string;
  /** Whose recording it is; told from its name where left out. */
  participant?: string;
}

/** What a file was taken for. */
export type ReceivedEegFile =
  | { kind: 'recording'; recordingId: number }
  /** Of so many tracks. */
  | { kind: 'tracks'; tracks: number }
  /** Of so many trials in recordings that are there; those of others wait until these come. */
  | { kind: 'trials'; trials: number }
  /** Read with the recording whose name it has. */
  | { kind: 'beside'; recordings: number };

/**
 * Takes in an uploaded file of a study of the caller's. A recording is queued to be read; `tracks.tsv` and `trials.tsv`
 * are read at once; what lies beside a recording (markers, samples, BIDS tables) has this one read again.
 * Throws AppError 'not-found', 'invalid', 'too-large' or 'unreadable'.
 */
export async function receiveEegFile(place: StudyPlace, upload: EegUpload): Promise<ReceivedEegFile> {
  listenToFaults(upload);
  const { database, dataDirectory, caller } = place;
  const { studyId } = upload;
  await ownedEegStudy(database, caller, studyId);
  const name = broughtName(upload.name);
  const role = fileRole(name);
  if (role === 'tracks' || role === 'trials') return receiveTable(place, { studyId, role }, upload);
  const sizeBytes = await receiveBytes(upload, {
    folder: eegStudyFolder(dataDirectory, studyId),
    path: join(eegBroughtFolder(dataDirectory, studyId), name),
    name,
  });
  if (role === 'beside') return { kind: 'beside', recordings: await readAgain(database, studyId, name) };
  const participant = cleanText(upload.participant) ?? participantOf(name);
  const file = { studyId, fileName: name, sizeBytes, participant };
  return { kind: 'recording', recordingId: await noteRecording(database, file) };
}

type NewRecording = Pick<
  typeof eegRecordings.$inferInsert,
  'studyId' | 'fileName' | 'sizeBytes' | 'participant'
>;

/** Notes a recording whose file lies in its place, and has it read; one of the same name is taken for it anew. */
async function noteRecording(database: Database, file: NewRecording): Promise<number> {
  return database.transaction(async (executor) => {
    const [recording] = await executor
      .insert(eegRecordings)
      .values({ ...file, measuring: measuringWish.parse({}) })
      .onConflictDoUpdate({
        target: [eegRecordings.studyId, eegRecordings.fileName],
        set: { sizeBytes: file.sizeBytes, participant: file.participant },
      })
      .returning();
    await queueReading(executor, recording);
    return recording.id;
  });
}

/** Has the recordings read again beside which a file came to lie. Returns how many. */
async function readAgain(database: Database, studyId: number, name: string): Promise<number> {
  return database.transaction(async (executor) => {
    const found = await executor.select().from(eegRecordings).where(eq(eegRecordings.studyId, studyId));
    const beside = found.filter(({ fileName }) => isReadWith(name, fileName));
    for (const recording of beside) await queueReading(executor, recording);
    return beside.length;
  });
}
