import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Executor } from '@/db/open';
import { eegRecordings, eegStudies, eegTracks, simulatedEegStudies } from '@/db/schema';
import { measuringWish } from '../../entropy/measuringWish';
import { readTracks } from '../../set/trackTable';
import type { SimulatedFolder } from '../../simulate/simulateEegFolder';
import { eegBroughtFolder } from '../eegFolders';
import { queueReading } from '../recordings/queueReading';
import { demoTrackIds } from '../tables/bringTracks';
import { giveShippedModel } from './shippedModel';

/** Where the study goes, and whose it is. */
interface SimulatedOwner {
  dataDirectory: string;
  personId: number;
}

/**
 * Makes a folder of simulated recordings a study of a person's, in a transaction: its rows, its files in their place,
 * the measuring of its recordings queued, which get their trials by the table, and the model that comes with the house
 * given to it where it fits. Returns its number.
 */
export async function saveSimulatedEeg(
  executor: Executor,
  { dataDirectory, personId }: SimulatedOwner,
  { folder, simulated }: { folder: string; simulated: SimulatedFolder },
): Promise<number> {
  const [{ id: studyId }] = await executor
    .insert(eegStudies)
    .values({ personId, title: simulated.title, simulated: true })
    .returning({ id: eegStudies.id });
  await saveTracks(executor, studyId, join(folder, 'tracks.tsv'));
  for (const { participant, file } of simulated.recordings) {
    const { size } = await stat(join(folder, file));
    const row = { studyId, participant, fileName: file, sizeBytes: size };
    const [recording] = await executor
      .insert(eegRecordings)
      .values({ ...row, measuring: measuringWish.parse({}) })
      .returning();
    await queueReading(executor, recording);
  }
  await executor.insert(simulatedEegStudies).values({ personId }).onConflictDoNothing();
  const place = eegBroughtFolder(dataDirectory, studyId);
  await mkdir(dirname(place), { recursive: true });
  await rename(folder, place);
  await giveShippedModel(executor, { dataDirectory, studyId, title: simulated.title });
  return studyId;
}

/** Pieces of the demo music are found in the catalogue, as far as they are in it. */
async function saveTracks(executor: Executor, studyId: number, table: string): Promise<void> {
  const tracks = await readTracks(table);
  const demo = await demoTrackIds(executor, tracks.map(({ name }) => name)); // prettier-ignore
  await executor.insert(eegTracks).values(
    tracks.map(({ name, valence, arousal }) => ({
      ...{ studyId, name, valence, arousal },
      trackId: demo.get(name) ?? null,
    })),
  );
}
