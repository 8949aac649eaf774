import type { FileAnalysis } from './fileFacts';
import { listenerKind } from './listenerKind';

/** Everything that is kept of a track's sound: its emotion by the installed model, loudness, tempo and the like. */
export const profile = listenerKind<null, FileAnalysis>('profile');
