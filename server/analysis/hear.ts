import { analysisKind, type AnalysisEnd } from './analysisKind';
import type { FileIdentity } from './fileFacts';
import type { ListenerQuestion } from './listenerKind';

/** A file to be decoded once, for all that are to hear it. */
export interface Hearing {
  path: string;
  /** What the file was when it was identified: another is refused. */
  identity: FileIdentity;
  listeners: ListenerQuestion[];
}

/** What each listener answers, by its name, or why it has no answer. */
export type HearingAnswers = Record<string, AnalysisEnd<unknown>>;

/** What listeners hear of a file. It fails where no sound can be decoded, or the file was changed meanwhile. */
export const hear = analysisKind<Hearing, HearingAnswers>('hear');
