import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegModels } from '@/db/schema';
import { modelFolder, newestModel } from '../../../../base/newestModel';
import { eegModelFolder } from '../eegFolders';
import { modelDigest } from '../models/modelDigest';
import { modelWish } from '../models/modelWish';
import { readWholeRecord } from '../models/readTrained';

/** A study that was simulated, and what it is called. */
interface SimulatedStudy {
  dataDirectory: string;
  studyId: number;
  title: string;
}

/** The folder of the model that comes with the house: as training wrote it, with default settings. */
export function shippedModel(): string {
  const folder = modelFolder();
  const name = newestModel(folder, 'eeg', '.md');
  if (name === null) throw new Error(`no model of EEG lies in ${folder}`);
  return join(folder, name);
}

/**
 * Gives a simulated study the model that comes with the house, where that was trained on a study of the same title: the
 * same numbers, so that music is found by EEG before anything is trained.
 */
export async function giveShippedModel(
  executor: Executor,
  { dataDirectory, studyId, title }: SimulatedStudy,
): Promise<void> {
  const shipped = shippedModel();
  const record = await readWholeRecord(shipped);
  if (record.set.title !== title) return;
  const [{ id }] = await executor
    .insert(eegModels)
    .values({
      ...{ studyId, title: 'Trained beforehand on these recordings', settings: modelWish.parse({}) },
      ...{ digest: modelDigest(record), finishedAt: sql`now()` },
    })
    .returning({ id: eegModels.id });
  const place = eegModelFolder(dataDirectory, { studyId, id });
  await mkdir(dirname(place), { recursive: true });
  await cp(shipped, place, { recursive: true });
}
