import type { Executor } from '@/db/open';
import { intendedCurves } from '@/db/schema';
import { demoPieceAt } from './intendedTags';

/** Keeps with a demo track what its composer meant; the piece is told by the name of its file. */
export async function saveIntended(executor: Executor, trackId: number, path: string): Promise<void> {
  const piece = demoPieceAt(path);
  if (!piece) return;
  const { slug, moving, keyPoints } = piece;
  await executor.insert(intendedCurves).values({ trackId, slug, moving, keyPoints }).onConflictDoNothing();
}
