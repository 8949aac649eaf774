import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '@/db/databaseError';
import type { Deletion, DeletionNote } from './deletionNote';
import { isThere } from './isThere';

type FilesNote = DeletionNote<Exclude<Deletion, { kind: 'uploads' }>>;

const asideName = /^\.[0-9a-f-]{36}-\d+\.deleting$/;

/** True for the name of what is about to be deleted. */
export function isAside(name: string): boolean {
  return asideName.test(name);
}

/**
 * Gives the files and folders of a deletion names that are its own, in the folders they lie in: what is brought by their
 * names meanwhile is never taken for them. Those that are not there are no fault.
 */
export async function putAside(dataDirectory: string, note: FilesNote): Promise<void> {
  for (const { path, aside } of placesOf(dataDirectory, note)) await renameIfThere(path, aside);
}

/** Puts back what was put aside, but where something else has come to lie meanwhile. */
export async function putBack(dataDirectory: string, note: FilesNote): Promise<void> {
  for (const { path, aside } of placesOf(dataDirectory, note)) {
    if (await isThere(path)) await rm(aside, { recursive: true, force: true });
    else await renameIfThere(aside, path);
  }
}

/** Deletes what was put aside. */
export async function removeAside(dataDirectory: string, note: FilesNote): Promise<void> {
  for (const { aside } of placesOf(dataDirectory, note)) await rm(aside, { recursive: true, force: true });
}

function placesOf(dataDirectory: string, { name, deletion }: FilesNote): { path: string; aside: string }[] {
  return deletion.files.map((file, index) => {
    const path = join(dataDirectory, file);
    return { path, aside: join(dirname(path), `.${name}-${index}.deleting`) };
  });
}

async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
