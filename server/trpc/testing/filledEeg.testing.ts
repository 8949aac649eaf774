import { mkdirSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '@/db/open';
import * as schema from '@/db/schema';
import { entropyReport } from '../../research/eeg/entropy/entropyReport';
import { measuringWish } from '../../research/eeg/entropy/measuringWish';
import { recordedEntropy } from '../../research/eeg/entropy/recordedEntropy';
import { writeEntropy } from '../../research/eeg/entropy/writeEntropy';
import { eegBroughtFolder, eegModelFolder, windowsFolder } from '../../research/eeg/store/eegFolders';
import { shippedModel } from '../../research/eeg/store/simulation/shippedModel';
import {
  smallBands,
  smallEmbedding,
  smallSites,
  smallWidth,
  writeSmallModel,
} from '../../research/eeg/testing/smallModel.testing';
import { writeSmallRecording } from '../../research/eeg/testing/smallRecording.testing';
import type { TestHouse } from './house.testing';

/** Makes a study of EEG of the first person's with a measured recording and two models: one that finds track 1, one that comes with the house. */
export async function fillEeg({ ask, library: { database, dataDirectory } }: TestHouse): Promise<void> {
  const { studyId } = await ask.eeg.studies.create({ title: 'another' });
  writeSmallModel(await addModel(database, { studyId, dataDirectory }));
  await cp(shippedModel(), await addModel(database, { studyId, dataDirectory }), { recursive: true });
  const network = { sha256: 'a'.repeat(64), frontEnd: 'musicnn', output: 'y', fileBytes: 1, source: 'test' };
  const [{ id: modelId }] = await database
    .insert(schema.embeddingModels)
    .values({ ...network, name: smallEmbedding, size: smallWidth })
    .returning();
  const embedding = Array.from({ length: smallWidth }, (_, at) => at + 1);
  await database
    .insert(schema.trackEmbeddings)
    .values({ modelId, trackId: 1, embedding, embeddedAt: new Date(0) });
  await fillRecording(database, { studyId, dataDirectory });
  const tracks = [1, 2].map((trackId) => ({ name: `track ${trackId}`, trackId, valence: 5, arousal: 5 }));
  await ask.eeg.tracks.set({ studyId, tracks });
  const trials = tracks.map(({ name }, at) => ({
    name,
    track: name,
    startSeconds: 5 * at,
    durationSeconds: 5,
    valence: 5,
    arousal: 5,
  }));
  await ask.eeg.trials.set({ recordingId: 1, trials });
}

/** A model that was trained. Returns the folder of its files. */
async function addModel(
  database: Database,
  { studyId, dataDirectory }: { studyId: number; dataDirectory: string },
): Promise<string> {
  const [{ id }] = await database
    .insert(schema.eegModels)
    .values({ studyId, title: 'a model', settings: {}, finishedAt: new Date() })
    .returning();
  return eegModelFolder(dataDirectory, { studyId, id });
}

/** A recording that was measured as the model's training set was. */
async function fillRecording(
  database: Database,
  { studyId, dataDirectory }: { studyId: number; dataDirectory: string },
): Promise<void> {
  const path = join(eegBroughtFolder(dataDirectory, studyId), 'a.edf');
  mkdirSync(dirname(path), { recursive: true });
  await writeSmallRecording(path, { seconds: 12, sites: smallSites });
  const measuring = measuringWish.parse({
    cleaning: {},
    entropy: { bands: smallBands, windowSeconds: 4, hopSeconds: 1, stepSeconds: 1 },
  });
  const entropy = await recordedEntropy(path, measuring, { sites: smallSites });
  const out = join(windowsFolder(dataDirectory, studyId), '1-1.npy');
  mkdirSync(dirname(out), { recursive: true });
  await writeEntropy(out, entropy);
  const channel = { kind: 'eeg', unit: 'uV', rateHz: 128, bad: false, mean: 0, standardDeviation: 10 };
  await database.insert(schema.eegRecordings).values({
    ...{ studyId, participant: '01', fileName: 'a.edf', sizeBytes: statSync(path).size, measuring },
    ...{ state: 'measured', format: 'EDF+C', durationSeconds: 12, sites: smallSites },
    ...{ channels: smallSites.map((name) => ({ ...channel, name })), events: [] },
    ...{ report: entropyReport(entropy), windows: '1-1.npy' },
  });
}
