import { basename } from 'node:path';
import { demoPieces, type DemoPiece } from '@/ml/composer/demoPieces';
import type { TrackTags } from '@/db/schema';

/** The demo piece that a file was rendered from, told by its name; undefined for another file. */
export function demoPieceAt(path: string): DemoPiece | undefined {
  return demoPieces.find(({ slug }) => slug === basename(path, '.wav'));
}

/** What the file of a demo piece is called, whatever its tags say; undefined for another file. */
export function intendedTags(path: string): TrackTags | undefined {
  const piece = demoPieceAt(path);
  if (!piece) return undefined;
  const nothing = { genre: null, year: null, trackNumber: null, hasCover: false };
  return { ...nothing, title: piece.title, artists: ['Circumplex'], album: 'Demo music' };
}
