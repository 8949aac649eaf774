import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join, parse, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import type { EegRecording } from '../../recordings/eeg/eegRecording';
import type { Ratings } from './eegSetDescription';
import { readTracks, type TrackRow } from './trackTable';
import { placeOfTrial, readTrials, type TrialPlace, type TrialRow } from './trialTable';

/** A track that a participant heard, and where in the recording. */
export interface SetTrial extends TrialPlace {
  track: string;
  own: Ratings;
}

/** A recording of a participant; where its trials lie is known once it is open. */
export interface SetSource {
  participant: string;
  path: string;
  trialsOf: (recording: EegRecording) => SetTrial[];
}

/** What a folder of recordings says of itself. */
export interface SetSources {
  title: string;
  simulated: boolean;
  tracks: TrackRow[];
  sources: SetSource[];
}

const simulation = z.object({ title: z.string(), simulated: z.boolean() });

/**
 * Recordings and tracks of a folder: by `trials.tsv` and `tracks.tsv`, or of DEAP's preprocessed files (s01.mat, …),
 * whose trials are called "video 1" and on, and `tracks.tsv`.
 *
 * @throws AppError naming the table and line that cannot be used
 */
export async function setSources(folder: string): Promise<SetSources> {
  const tracks = await readTracks(join(folder, 'tracks.tsv'));
  const trials = join(folder, 'trials.tsv');
  const sources = (await isThere(trials))
    ? byTable(folder, await readTrials(trials))
    : await deapSources(folder);
  return { ...(await described(folder)), tracks, sources };
}

async function described(folder: string): Promise<{ title: string; simulated: boolean }> {
  const path = join(folder, 'simulation.json');
  if (!(await isThere(path))) return { title: basename(resolve(folder)), simulated: false };
  const parsed = simulation.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', `invalid simulation: ${path} (title and simulated are needed)`);
}

function byTable(folder: string, rows: readonly TrialRow[]): SetSource[] {
  const grouped = new Map<string, TrialRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.participant, row.file]);
    grouped.set(key, [...(grouped.get(key) ?? []), row]);
  }
  return [...grouped.values()].map((trials) => ({
    participant: trials[0].participant,
    path: resolve(folder, trials[0].file),
    trialsOf: (recording) =>
      trials.map((trial) => ({ track: trial.track, own: trial.own, ...placeOfTrial(trial, recording) })),
  }));
}

/** s01.mat, or s01_data.npy and the like, in the order of their numbers. */
const deapName = /^s\d+(?!.*labels).*\.(mat|npy)$/i;

async function deapSources(folder: string): Promise<SetSource[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid folder: ${folder} (${plainReason(cause)})`, { cause });
  });
  const found = names.filter((name) => deapName.test(name)).sort();
  if (found.length === 0) {
    const needed = 'trials.tsv with participant, file, onset or event, duration, track, valence, arousal';
    throw new AppError('invalid', `invalid folder: ${folder} (${needed}; or DEAP's s01.mat and on)`);
  }
  return found.map((name) => ({
    participant: parse(name).name.replace(/_?data$/i, ''),
    path: join(folder, name),
    trialsOf: ({ trials }) =>
      trials.map(({ name: track, startSeconds, durationSeconds, ratings }) => ({
        track,
        own: { valence: ratings.valence ?? null, arousal: ratings.arousal ?? null },
        onsetSeconds: startSeconds,
        durationSeconds,
      })),
  }));
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
