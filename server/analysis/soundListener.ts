import type { PcmChunk } from '@/ml/audio/pcm';
import type { FileIdentity } from './fileFacts';
import type { ListenerKind } from './listenerKind';

/** How much of a file was heard. */
export interface Extent {
  sampleRateHz: number;
  channels: number;
  durationSeconds: number;
  /** Why the sound broke off, where it did. */
  brokeOff: string | null;
}

/** One listener to one file, fed with the chunks of its sound in order. Throws where it has no answer. */
export interface SoundListener<Answer> {
  /** The next chunk, of at least one channel; to be awaited before the one after it. */
  push(chunk: PcmChunk): Promise<void>;
  /**
   * What it heard, once the sound has ended after at least one chunk. `alive` is to be called now and then where that
   * takes more than some seconds: a process that says nothing is taken for stalled.
   */
  finish(extent: Extent, alive: () => void): Promise<Answer>;
  /** Lets go of what it holds, once it has finished, failed, or the sound broke off before its first second. */
  close?(): Promise<void>;
}

/** What makes the listeners of one kind. */
export interface ListenerHandler {
  name: string;
  start(question: unknown, identity: FileIdentity): Promise<SoundListener<unknown>>;
}

/** A kind of listener with what makes one for a file. */
export function listenerHandlerOf<Question, Answer>(
  kind: ListenerKind<Question, Answer>,
  start: (question: Question, identity: FileIdentity) => Promise<SoundListener<Answer>>,
): ListenerHandler {
  return { name: kind.name, start: (question, identity) => start(question as Question, identity) };
}
