'use client';

import { boundNames, filterOf, type Narrowed, readNarrowed } from '@/app/ui/narrow/narrowUrl';
import { Narrowing } from '@/app/ui/narrow/narrowing';
import type { FilmCue } from '@/app/ui/film/filmProject';

interface MatchFilterProps {
  filter: FilmCue['filter'];
  onChange: (filter: FilmCue['filter'], options: { gesture?: string }) => void;
}

/** Which tracks may answer for a cue; kept with it. */
export function MatchFilter({ filter, onChange }: MatchFilterProps) {
  return (
    <Narrowing
      state={narrowedBy(filter)}
      onChange={(change, kind) => {
        const narrowed = { ...narrowedBy(filter), ...change };
        // As it is typed: a blank at its end begins another word.
        const typed = narrowed.text === '' ? {} : { text: narrowed.text };
        onChange({ ...filterOf(narrowed), ...typed }, kind === 'glide' ? { gesture: 'filter' } : {});
      }}
    />
  );
}

/** A cue's filter as the fields that narrow a search show it. */
function narrowedBy(filter: FilmCue['filter']): Narrowed {
  const bounds = boundNames.map((name) => [name, filter[name] ?? null]);
  return {
    ...readNarrowed(new URLSearchParams()),
    ...(Object.fromEntries(bounds) as Pick<Narrowed, (typeof boundNames)[number]>),
    text: filter.text ?? '',
    genre: filter.genre ?? null,
  };
}
