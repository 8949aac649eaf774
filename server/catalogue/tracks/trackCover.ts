import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { selectCover } from 'music-metadata';
import type { Executor } from '@/db/open';
import { files } from '@/db/schema';
import { withSoundFile } from '../../analysis/identifyFile';
import { fileMetadata } from '../../analysis/readTagsOfFile';
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
    .orderBy(desc(sql`coalesce((${files.tags} ->> 'hasCover')::boolean, false)`), files.id)
    .limit(1);
  if (!file) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  const { path } = file;
  const reading = withSoundFile(path, ({ container }) => fileMetadata(path, container));
  const { common } = await reading.catch((cause: unknown) => {
    throw new AppError('unreadable', 'the tags of the file cannot be read', { cause });
  });
  const cover = selectCover(common.picture);
  // Only kinds of pictures that cannot carry scripts are served.
  if (!cover || !pictureTypes.has(cover.format) || cover.data.length > largestBytes) {
    throw new AppError('not-found', `invalid trackId: ${trackId} (it has no cover picture)`);
  }
  return { bytes: cover.data, mediaType: cover.format };
}
