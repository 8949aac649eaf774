import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from './databaseError';

let found: string | undefined;

/** The folder of Circumplex's package.json, from the sources and from any bundle of them alike. */
export function packageRoot(): string {
  found ??= rootAbove(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function rootAbove(folder: string): string {
  if (isRoot(folder)) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new DatabaseError(
      'unavailable',
      'the folder of Circumplex was not found: start it from its own folder with npm start',
    );
  return rootAbove(parent);
}

function isRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string };
  return name === 'circumplex';
}
