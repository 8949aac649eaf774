import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const skipped = /(^|\/)(training|fixtures|reference|testing|node_modules)(\/|$)|\.(test|bench)\.tsx?$|\.md$/;

/** SHA-256 over names and contents of files and folders of the project: changes exactly when one of them does. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesUnder).sort())
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full) || skipped.test(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** True when the stamp file holds this fingerprint: nothing has changed since it was written. */
export function isStamped(stampFile, value) {
  const full = join(root, stampFile);
  return existsSync(full) && readFileSync(full, 'utf8') === value;
}
