import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { AppError } from '../../base/errors';
import type { ExportEntry } from '../../base/exportEntry';
import { zipStream } from '../../base/zipStream';
import { fileNameOf } from '../interchange/write/writtenFile';
import type { FilmProject } from '../projects/filmProject';
import { handOver, type HandOverPlace } from './handOver';
import type { HandOverWish } from './handOverWish';

/** A ZIP without its 64-bit extension, which not every program reads, holds no more. */
const mostBytes = 4 * 1024 ** 3 - 16 * 1024 ** 2;

/**
 * A hand-over as one ZIP, packed as it is read, and what to call it. All music is rendered when it resolves.
 *
 * @throws AppError as handOver does, and 'too-large' beyond 4 GiB
 */
export async function handOverZip(
  place: HandOverPlace,
  project: FilmProject,
  wish: HandOverWish,
): Promise<{ name: string; zip: Readable }> {
  const { entries } = await handOver(place, project, wish);
  let bytes = 0;
  for (const entry of entries) bytes += await sizeOf(entry);
  if (bytes > mostBytes)
    throw new AppError(
      'too-large',
      `${(bytes / 1024 ** 3).toFixed(1)} GiB do not fit into one ZIP: leave the alternates out, take FLAC, or export a part`,
    );
  const name = fileNameOf(project.name, ' music.zip');
  return { name, zip: zipStream(entries, new Date()) };
}

async function sizeOf(entry: ExportEntry): Promise<number> {
  return 'bytes' in entry ? entry.bytes.length : (await stat(entry.path)).size;
}
