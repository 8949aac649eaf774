import type { Executor } from '@/db/open';
import type { Heard } from './hearTogether';
import type { ListenerQuestion } from './listenerKind';

/** Something that is to hear the sound of every track, beside the profile, and whose answers are kept. */
export interface TrackListener {
  /** What it has still to hear of the track with this payload; undefined where there is nothing. */
  stillToHear(executor: Executor, payloadHash: string): Promise<TrackHearing | undefined>;
}

/** What is asked of one track's sound, and how the answer is kept. */
export interface TrackHearing {
  question: ListenerQuestion;
  /**
   * Keeps its answer among what was heard, or that it has none, which must not keep a track out of the library. Call
   * in a transaction. Returns a remark for people where it has none.
   */
  keep(executor: Executor, trackId: number, heard: Heard): Promise<string | null>;
}
