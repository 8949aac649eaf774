import type { EegRecording, EegTrial } from '@/app/ui/eeg/eegAnswers';
import { formatClock } from '@/app/ui/format';

/** A trial as it is typed: an empty number is NaN. */
export interface TrialDraft {
  /** Tells rows apart while they are edited. */
  key: number;
  name: string;
  startSeconds: number;
  /** Empty: as long as its track. */
  durationSeconds: number;
  /** One of the study's tracks by its name; null for none of them. */
  track: string | null;
  /** The participant's own, 1 to 9; empty where they were not asked. */
  valence: number;
  arousal: number;
}

const orNone = (value: number | null): number => value ?? NaN;
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Trials as they are typed. */
export const draftsOf = (trials: readonly EegTrial[]): TrialDraft[] =>
  trials.map(({ id, name, track, startSeconds, durationSeconds, valence, arousal }) => ({
    ...{ key: id, name, track, startSeconds },
    ...{ durationSeconds: orNone(durationSeconds), valence: orNone(valence), arousal: orNone(arousal) },
  }));

/** One trial more, which begins where the last one ends. */
export function withAnother(drafts: readonly TrialDraft[]): TrialDraft[] {
  const last = drafts.at(-1);
  const next: TrialDraft = {
    key: Math.max(0, ...drafts.map(({ key }) => key)) + 1,
    name: `trial ${drafts.length + 1}`,
    startSeconds: last ? last.startSeconds + (orNull(last.durationSeconds) ?? 0) : 0,
    ...{ durationSeconds: last?.durationSeconds ?? NaN, track: null, valence: NaN, arousal: NaN },
  };
  return [...drafts, next];
}

/** What keeps trials from being kept, in plain words with its row; null where nothing does. */
export function faultOf(
  drafts: readonly TrialDraft[],
  { durationSeconds: end }: Pick<EegRecording, 'durationSeconds'>,
): string | null {
  for (const [index, draft] of drafts.entries()) {
    const fault = faultOfOne(draft, end ?? Infinity);
    if (fault !== null) return `Trial ${index + 1} ${fault}.`;
  }
  return null;
}

/** Ends of files are rounded to their records. */
const slackSeconds = 0.5;

function faultOfOne({ startSeconds, durationSeconds }: TrialDraft, end: number): string | null {
  if (Number.isNaN(startSeconds)) return 'has no beginning';
  if (startSeconds >= end) return `begins after the end of the recording, ${formatClock(end)}`;
  if (startSeconds + (orNull(durationSeconds) ?? 0) > end + slackSeconds)
    return `ends after the end of the recording, ${formatClock(end)}`;
  return null;
}

/** The trials as the server takes them, in the order of their beginnings. */
export const wishesOf = (drafts: readonly TrialDraft[]) =>
  [...drafts]
    .sort((one, other) => one.startSeconds - other.startSeconds)
    .map(({ name, track, startSeconds, durationSeconds, valence, arousal }) => ({
      ...{ name, track, startSeconds },
      ...{ durationSeconds: orNull(durationSeconds), valence: orNull(valence), arousal: orNull(arousal) },
    }));
