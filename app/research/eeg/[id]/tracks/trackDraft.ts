import type { EegTrack } from '@/app/ui/eeg/eegAnswers';

/** A track as it is typed: an empty rating is NaN. */
export interface TrackDraft {
  /** Tells rows apart while they are edited. */
  key: number;
  name: string;
  /** Of the library; null for none. */
  trackId: number | null;
  /** The raters' means, 1 to 9. */
  valence: number;
  arousal: number;
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Tracks as they are typed. */
export const draftsOf = (tracks: readonly EegTrack[]): TrackDraft[] =>
  tracks.map(({ id, name, trackId, valence, arousal }) => ({
    ...{ key: id, name, trackId },
    ...{ valence: valence ?? NaN, arousal: arousal ?? NaN },
  }));

/** One track of the library more; a name that is there already gets a number. */
export function withTrack(
  drafts: readonly TrackDraft[],
  { trackId, title }: { trackId: number; title: string },
): TrackDraft[] {
  const names = new Set(drafts.map(({ name }) => name));
  let name = title;
  for (let count = 2; names.has(name); count++) name = `${title} (${count})`;
  const key = Math.max(0, ...drafts.map((draft) => draft.key)) + 1;
  return [...drafts, { key, name, trackId, valence: NaN, arousal: NaN }];
}

/** What keeps tracks from being kept, in plain words; null where nothing does. */
export function faultOf(drafts: readonly TrackDraft[]): string | null {
  const names = drafts.map(({ name }) => name.trim());
  if (names.includes('')) return `Track ${names.indexOf('') + 1} has no name.`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? null : `Two tracks are called “${twice}”.`;
}

/** The tracks as the server takes them. */
export const wishesOf = (drafts: readonly TrackDraft[]) =>
  drafts.map(({ name, trackId, valence, arousal }) => ({
    ...{ name: name.trim(), trackId, valence: orNull(valence), arousal: orNull(arousal) },
  }));
