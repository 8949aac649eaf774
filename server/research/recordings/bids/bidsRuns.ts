import { basename } from 'node:path';
import { z } from 'zod';
import type { BidsFile, BidsRun } from './bidsFolder';
import { bidsNameOf, type BidsName } from './bidsName';
import type { DatasetFile } from './datasetFiles';
import { orTold } from './orTold';
import { readSidecar } from './sidecar';

/** Longer ones are milliseconds, by mistake. */
const longestRepetition = 60;
const repetition = z.number().positive().max(longestRepetition);

/** The runs among the files of a dataset, in their order; what is wrong with their JSON files goes to `warnings`. */
export async function bidsRuns(files: DatasetFile[], warnings: string[]): Promise<BidsRun[]> {
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
  const shared = sharedEvents(files);
  for (const run of runs.values()) {
    if (run.events.length === 0) run.events = shared.filter((file) => isOf(file, run)).slice(0, 1);
    run.hopSeconds = await hopOf(run, warnings);
  }
  return [...runs.values()];
}

/** A run as people are told of it: "01, happy, session 2, run 1". */
export function runWords({ participant, task, session, run }: BidsRun): string {
  const words = [participant, task, session && `session ${session}`, run && `run ${run}`];
  return words.filter((word) => word !== null && word !== '').join(', ');
}

/** Why a file of a run cannot be used, naming the run: "invalid run of 01, happy: FILE: …". */
export function runFault(run: BidsRun): (reason: string) => string {
  return (reason) => `invalid run of ${runWords(run)}: ${reason.replace(/^invalid (FILE: )?/, '')}`;
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
  if (suffix === 'confounds') return 'confounds';
  return suffix === 'timeseries' ? 'regions' : null;
}

/** Events that are the same for several runs, by BIDS's inheritance principle; the more special first. */
function sharedEvents(files: DatasetFile[]): BidsFile[] {
  const shared = files.flatMap((file) => {
    const name = bidsNameOf(basename(file.place));
    if (name?.suffix !== 'events' || name.ending !== '.tsv' || name.entities.task === undefined) return [];
    if (name.entities.sub !== undefined) return [];
    return [{ ...file, pipeline: pipelineOf(file.place), entities: name.entities }];
  });
  const count = ({ entities }: BidsFile) => Object.keys(entities).length;
  return shared.sort((one, other) => count(other) - count(one));
}

function isOf({ entities }: BidsFile, { task, session, run }: BidsRun): boolean {
  const own: Record<string, string | null> = { task, ses: session, run };
  return Object.entries(entities).every(([key, value]) => own[key] === value);
}

function emptyRun({ entities: { sub, ses, task, run } }: BidsName): BidsRun {
  const lists = { bold: [], regions: [], physio: [], stim: [], events: [], confounds: [] };
  return { participant: sub, session: ses ?? null, task, run: run ?? null, ...lists, hopSeconds: null };
}

function pipelineOf(place: string): string | null {
  return /(?:^|\/)derivatives\/([^/]+)\//.exec(place)?.[1] ?? null;
}

/** The TR of the first file whose JSON files tell it; one that cannot be is told. */
async function hopOf(run: BidsRun, warnings: string[]): Promise<number | null> {
  for (const { path } of [...run.bold, ...run.regions]) {
    const value = (await orTold(readSidecar(path), warnings, runFault(run)))?.RepetitionTime;
    if (value === undefined) continue;
    const parsed = repetition.safeParse(value);
    if (parsed.success) return parsed.data;
    const where = `${JSON.stringify(value).slice(0, 40)} for ${basename(path)}`;
    const range = `seconds between volumes, at most ${longestRepetition}: milliseconds?`;
    warnings.push(`invalid RepetitionTime of ${runWords(run)}: ${where} (${range})`);
  }
  return null;
}
