import { eq } from 'drizzle-orm';
import { basename } from 'node:path';
import { demoPieces } from '@/ml/composer/demoPieces';
import type { Executor } from '@/db/open';
import { intendedCurves, tracks } from '@/db/schema';

/** Names a demo track and keeps with it what its composer meant; the piece is told by the name of its file. */
export async function saveIntended(executor: Executor, trackId: number, path: string): Promise<void> {
  const piece = demoPieces.find(({ slug }) => slug === basename(path, '.wav'));
  if (!piece) return;
  const { slug, title, moving, keyPoints } = piece;
  await executor
    .update(tracks)
    .set({ title, artist: 'Circumplex', album: 'Demo music' })
    .where(eq(tracks.id, trackId));
  await executor.insert(intendedCurves).values({ trackId, slug, moving, keyPoints }).onConflictDoNothing();
}
