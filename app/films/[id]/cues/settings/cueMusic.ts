import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';

/** How many other sections a cue keeps. */
export const mostAlternates = 3;

export const isSameSection = (a: CueSection, b: CueSection): boolean =>
  a.trackId === b.trackId &&
  a.startSeconds === b.startSeconds &&
  JSON.stringify(a.edit) === JSON.stringify(b.edit);

/** A cue with music chosen for it; what was chosen before is kept as an alternate if asked and if there is room. */
export function withChosen(cue: FilmCue, section: CueSection, keepPrevious = false): FilmCue {
  const others = cue.alternates.filter((other) => !isSameSection(other, section));
  const previous = cue.chosen && !isSameSection(cue.chosen, section) && keepPrevious ? [cue.chosen] : [];
  return { ...cue, chosen: section, alternates: [...previous, ...others].slice(0, mostAlternates) };
}

/** A cue with a section among its alternates, where there is room and it is not there yet. */
export function withAlternate(cue: FilmCue, section: CueSection): FilmCue {
  const known = cue.alternates.some((other) => isSameSection(other, section));
  if (known || cue.alternates.length >= mostAlternates) return cue;
  return { ...cue, alternates: [...cue.alternates, section] };
}

/** A cue without one of its alternates. */
export function withoutAlternate(cue: FilmCue, section: CueSection): FilmCue {
  return { ...cue, alternates: cue.alternates.filter((other) => !isSameSection(other, section)) };
}

/** A cue without music. */
export const withoutMusic = (cue: FilmCue): FilmCue => ({ ...cue, chosen: null, locked: false });
