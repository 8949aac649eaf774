import { analysisKind } from './analysisKind';
import type { FileIdentity } from './fileFacts';

/** A file to be identified. */
export interface IdentifyQuestion {
  path: string;
  /** Where its cover picture is kept; without it, none is. */
  coverFolder?: string;
  /** Leaves its tags alone: reading them ended the process before. */
  ignoreTags?: boolean;
}

/** What a file is: its sound's hash, its tags; and the version of the model that would profile it. */
export const identify = analysisKind<IdentifyQuestion, { identity: FileIdentity; modelVersion: string }>(
  'identify',
);
