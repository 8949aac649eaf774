import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of the project, from source and from any bundle of it: the nearest one above with our package.json. */
export function packageRoot(): string {
  found ??= rootAbove(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function rootAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'circumplex')
    return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('the folder of Circumplex was not found: start it from its own folder with npm start');
  return rootAbove(parent);
}
