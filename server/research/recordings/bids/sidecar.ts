import { access, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileFault } from '../files/fileFault';
import { readHead } from '../files/fileHead';
import { readDocument } from '../files/readDocument';
import { bidsNameOf, type BidsName } from './bidsName';

/** How many folders a dataset is deep, from its root to a file. */
const deepest = 6;

/**
 * What the JSON files beside and above a file say of it, by BIDS's inheritance principle: those of the same suffix
 * whose entities the file shares, from the root of the dataset down; nearer ones win. Empty where there are none.
 *
 * @throws AppError 'unreadable' for one that is not JSON or no object
 */
export async function readSidecar(path: string): Promise<Record<string, unknown>> {
  const name = bidsNameOf(basename(path));
  if (!name) return {};
  const folders = await foldersDownTo(dirname(resolve(path)));
  const root = await realpath(folders[0]);
  const said: Record<string, unknown> = {};
  for (const folder of folders) {
    for (const sidecar of await sidecarsIn(folder, name)) {
      // A link must not lead out of the dataset.
      const isWithin = (await realpath(sidecar).catch(() => '')).startsWith(root + sep);
      if (isWithin) Object.assign(said, await readJsonObject(sidecar));
    }
  }
  return said;
}

/** An object out of a JSON file. */
export async function readJsonObject(path: string): Promise<Record<string, unknown>> {
  const text = await readDocument(await readHead(path));
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw fileFault('unreadable', path, 'it is not a JSON object');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** From the root of the dataset, where dataset_description.json lies, down; only the folder itself without one. */
async function foldersDownTo(folder: string): Promise<string[]> {
  const folders: string[] = [];
  let at = folder;
  for (let depth = 0; depth < deepest; depth++) {
    folders.unshift(at);
    if (await exists(join(at, 'dataset_description.json'))) return folders;
    at = dirname(at);
  }
  return [folder];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Those that fit, the more general first. */
async function sidecarsIn(folder: string, file: BidsName): Promise<string[]> {
  const names = await readdir(folder);
  const fitting = names.flatMap((name) => {
    const parts = name.endsWith('.json') ? bidsNameOf(name) : null;
    if (!parts || parts.suffix !== file.suffix) return [];
    const shared = Object.entries(parts.entities).every(([key, value]) => file.entities[key] === value);
    return shared ? [{ path: join(folder, name), count: Object.keys(parts.entities).length }] : [];
  });
  return fitting.sort((a, b) => a.count - b.count).map(({ path }) => path);
}
