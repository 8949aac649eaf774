import { and, eq, isNull } from 'drizzle-orm';
import { parseFile, selectCover } from 'music-metadata';
import type { Executor } from '@/db/open';
import { files } from '@/db/schema';
import { AppError } from '../../base/errors';

const pictureTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
const largestBytes = 20_000_000;

/** The cover picture in a track's tags, read from its file when asked for. Throws AppError 'not-found'. */
export async function trackCover(
  executor: Executor,
  trackId: number,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const [file] = await executor
    .select({ path: files.path })
    .from(files)
    .where(and(eq(files.trackId, trackId), isNull(files.missingSince)))
    .limit(1);
  if (!file) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  const { common } = await parseFile(file.path, { duration: false }).catch((cause: unknown) => {
    throw new AppError('unreadable', 'the tags of the file cannot be read', { cause });
  });
  const cover = selectCover(common.picture);
  // Only kinds of pictures that cannot carry scripts are served.
  if (!cover || !pictureTypes.has(cover.format) || cover.data.length > largestBytes) {
    throw new AppError('not-found', `invalid trackId: ${trackId} (it has no cover picture)`);
  }
  return { bytes: cover.data, mediaType: cover.format };
}
