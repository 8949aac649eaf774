import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../base/errors';
import type { BidsFolder, BidsRun } from './bidsFolder';
import { bidsRuns } from './bidsRuns';
import { datasetFiles, type DatasetFile } from './datasetFiles';
import { orTold } from './orTold';
import { readParticipants, type Participant } from './readParticipants';
import { readJsonObject } from './sidecar';

const description = z.object({ Name: z.string() });

/**
 * Reads how a BIDS dataset is laid out: participants, tasks, runs and their files, those of fMRIPrep and other
 * derivatives below `derivatives/` too. The root may also be that of a derivative. Nothing outside of it is read, and
 * no volume is opened. What is wrong with single files is among the warnings.
 *
 * @throws AppError 'invalid' for a folder without any run, 'unreadable' for one that cannot be read
 */
export async function readBidsFolder(root: string): Promise<BidsFolder & { root: string }> {
  const { files, warnings } = await datasetFiles(root);
  const folder = await bidsFolderOf(files);
  if (folder.runs.length === 0) {
    const reason = 'there is no run in it: sub-LABEL/func/sub-LABEL_task-NAME_bold.nii.gz or the like';
    throw new AppError('invalid', `invalid FOLDER: ${basename(root)} (${reason})`);
  }
  return { root, ...folder, warnings: [...warnings, ...folder.warnings] };
}

/** The same of files that are known, wherever each lies; there may be no run among them. */
export async function bidsFolderOf(files: DatasetFile[]): Promise<BidsFolder> {
  const warnings: string[] = [];
  const pathOf = (place: string) => files.find((file) => file.place === place)?.path;
  const runs = await bidsRuns(files, warnings);
  const people = pathOf('participants.tsv');
  const about = pathOf('dataset_description.json');
  const told = people === undefined ? [] : await orTold(readParticipants(people), warnings);
  const said = about === undefined ? null : await orTold(readJsonObject(about), warnings);
  return {
    name: description.safeParse(said).data?.Name ?? null,
    participants: everybody(told ?? [], runs),
    tasks: [...new Set(runs.map(({ task }) => task))],
    runs,
    warnings,
  };
}

/** Those who are told of, then those who only have files. */
function everybody(told: Participant[], runs: BidsRun[]): Participant[] {
  const known = new Set(told.map(({ label }) => label));
  const others = [...new Set(runs.map(({ participant }) => participant))].filter(
    (label) => !known.has(label),
  );
  return [...told, ...others.map((label) => ({ label, cells: {} }))];
}
