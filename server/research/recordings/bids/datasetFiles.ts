import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';

/** A file below the root of a dataset. */
export interface DatasetFile {
  /** From the root, with slashes. */
  place: string;
  path: string;
}

/** What was found, and what was left alone. */
export interface DatasetFiles {
  files: DatasetFile[];
  warnings: string[];
}

const mostFiles = 200_000;
const deepest = 10;

/**
 * Every file below a folder, in the order of their places. Links to folders are not followed; links to files are,
 * where they stay within the folder (as git-annex and DataLad keep data), for a dataset from elsewhere must not lead
 * out of itself. Hidden folders are left out.
 *
 * @throws AppError 'unreadable' where the folder cannot be read, 'too-large' above 200,000 files
 */
export async function datasetFiles(root: string): Promise<DatasetFiles> {
  const found: DatasetFiles = { files: [], warnings: [] };
  const realRoot = await realpath(root).catch((error: unknown) => {
    throw new AppError('unreadable', `invalid FOLDER: ${root} (${plainReason(error)})`);
  });
  await walk({ folder: root, depth: 0 }, { root, realRoot, found });
  found.files.sort((a, b) => (a.place < b.place ? -1 : 1));
  return found;
}

interface Walk {
  root: string;
  realRoot: string;
  found: DatasetFiles;
}

async function walk({ folder, depth }: { folder: string; depth: number }, to: Walk): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new AppError('unreadable', `invalid FOLDER: ${folder} (${plainReason(error)})`);
  });
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const place = relative(to.root, path).split(sep).join('/');
    if (entry.isDirectory() && depth < deepest) await walk({ folder: path, depth: depth + 1 }, to);
    else if (entry.isFile()) to.found.files.push({ place, path });
    else if (entry.isSymbolicLink()) await takeLink({ place, path }, to);
  }
  if (to.found.files.length > mostFiles) {
    throw new AppError('too-large', `invalid FOLDER: ${to.root} (over ${mostFiles} files)`);
  }
}

async function takeLink(file: DatasetFile, { realRoot, found }: Walk): Promise<void> {
  const target = await realpath(file.path).catch(() => null);
  if (target === null) {
    found.warnings.push(`${file.place} leads nowhere: fetch its content first (git annex get)`);
  } else if (!target.startsWith(realRoot + sep)) {
    found.warnings.push(`${file.place} leads out of the folder and is left out`);
  } else found.files.push(file);
}
