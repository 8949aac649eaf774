import type { TrackTags } from '@/db/schema';
import { analysisKind } from './analysisKind';

/** What a file's tags say, and the size and times of the file that says so. */
export interface TagsOfFile {
  tags: TrackTags;
  sizeBytes: number;
  modifiedMs: number;
  changedMs: number;
}

/** The tags of a file alone, without reading its sound. */
export const tagsOfFile = analysisKind<{ path: string }, TagsOfFile>('tags');
