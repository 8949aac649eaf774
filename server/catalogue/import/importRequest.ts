import type { FileOrigin } from '@/db/schema';
import type { FoundFile } from './walkPaths';

/** What makes a file be read again although an earlier job for the same bytes has ended without a track. */
export interface Again {
  /** Files that failed. */
  failed: boolean;
  /** Files whose job was cancelled. */
  cancelled: boolean;
  /** Files that a person removed from the library. */
  removed: boolean;
}

export interface ImportRequest {
  origin: FileOrigin;
  /** What the request is called in lists. */
  label: string;
  again: Again;
  /** Adds to this batch instead of opening one. */
  batchId?: number;
  /** Lower runs first; 1 by default. */
  priority?: number;
}

/** A file to import, with what the person calls it where its path does not say. */
export type NamedFile = FoundFile & { name?: string };
