import { analysisKind } from './analysisKind';
import type { FileIdentity } from './fileFacts';

/** What a file is: its sound's hash, its tags; and the version of the model that would profile it. */
export const identify = analysisKind<{ path: string }, { identity: FileIdentity; modelVersion: string }>(
  'identify',
);
