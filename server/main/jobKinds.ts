import type { Settings } from '../base/settings';
import { importKinds } from '../catalogue/import/importKinds';
import { readTagsKind } from '../catalogue/import/readTagsAgain';
import { embedKind } from '../embeddings/embedKind';
import { embeddingOfTracks } from '../embeddings/embedTrack';
import type { JobKind } from '../jobs/jobKind';
import { analyseKind } from '../research/analyses/analyseKind';
import { computeFeaturesKind } from '../research/studies/features/computeFeaturesKind';
import { trainEegKind } from '../research/eeg/store/models/trainEegKind';
import { readEegKind } from '../research/eeg/store/recordings/readEegKind';
import { simulateEegKind } from '../research/eeg/store/simulation/simulateEegKind';
import { simulateKind } from '../research/simulation/simulateKind';
import { readFilesKind } from '../research/studies/import/readFilesKind';

/** Every kind of job there is, for the files of a data directory and the Python that training runs by. */
export function jobKinds({
  dataDirectory,
  trainingPython,
}: Pick<Settings, 'dataDirectory' | 'trainingPython'>): JobKind<unknown>[] {
  const listeners = [embeddingOfTracks(dataDirectory)];
  return [
    ...importKinds({ dataDirectory, listeners }),
    readTagsKind,
    embedKind(dataDirectory),
    readFilesKind(dataDirectory),
    computeFeaturesKind(dataDirectory),
    analyseKind(dataDirectory),
    simulateKind(dataDirectory),
    readEegKind(dataDirectory),
    trainEegKind(dataDirectory, trainingPython),
    simulateEegKind(dataDirectory),
  ];
}
