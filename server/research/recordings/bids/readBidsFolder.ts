import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError, isAppError } from '../../../base/errors';

import type { BidsFolder, BidsRun } from './bidsFolder';
import { bidsNameOf, type BidsName } from './bidsName';
import { datasetFiles, type DatasetFile } from './datasetFiles';
import { readParticipants, type Participant } from './readParticipants';
import { readJsonObject, readSidecar } from './sidecar';

const description = z.object({ Name: z.string() });
const timing = z.object({ RepetitionTime: z.number().positive() });

/**
 * Reads how a BIDS dataset is laid out: participants, tasks, runs and their files, those of fMRIPrep and other
 * derivatives below `derivatives/` too. The root may also be that of a derivative. Nothing outside of it is read, and
 * no volume is opened.
 *
 * @throws AppError 'invalid' for a folder without any run, 'unreadable' for one that cannot be read
 */
export async function readBidsFolder(root: string): Promise<BidsFolder> {
  const { files, warnings } = await datasetFiles(root);
  const runs = await runsOf(files);
  if (runs.length === 0) {
    const reason = 'there is no run in it: sub-LABEL/func/sub-LABEL_task-NAME_bold.nii.gz or the like';
    throw new AppError('invalid', `invalid FOLDER: ${basename(root)} (${reason})`);
  }
  const places = new Set(files.map(({ place }) => place));
  const told = places.has('participants.tsv') ? await readParticipants(join(root, 'participants.tsv')) : [];
  return {
    root,
    name: places.has('dataset_description.json') ? await nameOf(root, warnings) : null,
    participants: everybody(told, runs),
    tasks: [...new Set(runs.map(({ task }) => task))],
    runs,
    warnings,
  };
}

async function nameOf(root: string, warnings: string[]): Promise<string | null> {
  try {
    return (
      description.safeParse(await readJsonObject(join(root, 'dataset_description.json'))).data?.Name ?? null
    );
  } catch (error) {
    if (!isAppError(error)) throw error;
    warnings.push(error.message);
    return null;
  }
}

/** Those who are told of, then those who only have files. */
function everybody(told: Participant[], runs: BidsRun[]): Participant[] {
  const known = new Set(told.map(({ label }) => label));
  const others = [...new Set(runs.map(({ participant }) => participant))].filter(
    (label) => !known.has(label),
  );
  return [...told, ...others.map((label) => ({ label, cells: {} }))];
}

type RunList = 'bold' | 'regions' | 'physio' | 'stim' | 'events' | 'confounds';

/** Where a file of a run belongs; null for any other file. */
function listOf({ suffix, ending, entities }: BidsName): RunList | null {
  if (suffix === 'bold' && /^\.nii(\.gz)?$/.test(ending)) return 'bold';
  if (ending === '.ptseries.nii') return 'regions';
  if (suffix === 'physio' || suffix === 'stim') return /^\.tsv(\.gz)?$/.test(ending) ? suffix : null;
  if (suffix === 'events' && ending === '.tsv') return 'events';
  if (!/^\.tsv(\.gz)?$/.test(ending)) return null;
  if (entities.desc === 'confounds' && /^(timeseries|regressors)$/.test(suffix)) return 'confounds';
  return suffix === 'timeseries' ? 'regions' : null;
}

async function runsOf(files: DatasetFile[]): Promise<BidsRun[]> {
  const runs = new Map<string, BidsRun>();
  for (const file of files) {
    const name = bidsNameOf(basename(file.place));
    const list = name && listOf(name);
    if (!name || !list || name.entities.sub === undefined || name.entities.task === undefined) continue;
    const { sub, ses, task, run } = name.entities;
    const key = [sub, ses, task, run].join('/');
    const entry = runs.get(key) ?? emptyRun(name);
    runs.set(key, entry);
    entry[list].push({ ...file, pipeline: pipelineOf(file.place), entities: name.entities });
  }
  for (const run of runs.values()) run.hopSeconds = await hopOf(run);
  return [...runs.values()];
}

function emptyRun({ entities: { sub, ses, task, run } }: BidsName): BidsRun {
  const lists = { bold: [], regions: [], physio: [], stim: [], events: [], confounds: [] };
  return { participant: sub, session: ses ?? null, task, run: run ?? null, ...lists, hopSeconds: null };
}

function pipelineOf(place: string): string | null {
  return /^derivatives\/([^/]+)\//.exec(place)?.[1] ?? null;
}

/** The TR of the first file whose JSON files tell it. */
async function hopOf({ bold, regions }: BidsRun): Promise<number | null> {
  for (const { path } of [...bold, ...regions]) {
    const said = timing.safeParse(await readSidecar(path));
    if (said.success) return said.data.RepetitionTime;
  }
  return null;
}
