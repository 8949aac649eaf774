import { createHash } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cover } from './cover';
import { noCover } from './coverTypes';

/** Keeps a picture in `folder` under the hash of its bytes. Returns the name of its file there; `noCover` for none. */
export async function keepCover(folder: string, cover: Cover | null): Promise<string> {
  if (!cover) return noCover;
  const name = `${createHash('sha256').update(cover.bytes).digest('hex')}.${cover.ending}`;
  const path = join(folder, name);
  const isKept = await access(path).then(
    () => true,
    () => false,
  );
  if (isKept) return name;
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  await writeFile(unfinished, cover.bytes);
  await rename(unfinished, path);
  return name;
}
