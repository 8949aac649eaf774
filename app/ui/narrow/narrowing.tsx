'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { ChangeKind } from '../changeKind';
import { Disclosure } from '../field/disclosure';
import { NumberInput } from '../field/numberInput';
import { SearchInput } from '../field/searchInput';
import { Select } from '../field/select';
import { formatNumber } from '../format';
import styles from './narrowing.module.css';
import { type Bound, boundNames, bounds, type Narrowed } from './narrowUrl';

interface NarrowingProps {
  state: Narrowed;
  onChange: (change: Partial<Narrowed>, kind: ChangeKind) => void;
}

const orNaN = (value: number | null) => value ?? NaN;
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

const fields: Record<Bound, { label: string; unit: string; step: number }> = {
  minDurationSeconds: { label: 'Longer than', unit: 's', step: 10 },
  maxDurationSeconds: { label: 'Shorter than', unit: 's', step: 10 },
  minTempoBpm: { label: 'Faster than', unit: 'BPM', step: 5 },
  maxTempoBpm: { label: 'Slower than', unit: 'BPM', step: 5 },
  minLoudnessLufs: { label: 'Louder than', unit: 'LUFS', step: 1 },
  maxLoudnessLufs: { label: 'Quieter than', unit: 'LUFS', step: 1 },
};

/** Which tracks may answer: by words, genre, length, tempo and loudness. */
export function Narrowing({ state, onChange }: NarrowingProps) {
  const used = boundNames.filter((name) => state[name] !== null).length + (state.genre ? 1 : 0);
  return (
    <div className={styles.narrowing}>
      <SearchInput
        label="Only tracks with the words"
        hideLabel
        placeholder="Words in title, artist, album or genre"
        value={state.text}
        onChange={(text) => onChange({ text }, 'glide')}
      />
      <Disclosure title={used ? `More filters (${used} set)` : 'More filters'} open={used > 0}>
        <div className={styles.bounds}>
          <GenreSelect genre={state.genre} onChange={(genre) => onChange({ genre }, 'step')} />
          {boundNames.map((name) => (
            <NumberInput
              key={name}
              {...fields[name]}
              min={bounds[name].min}
              max={bounds[name].max}
              width="6.5rem"
              placeholder="any"
              value={orNaN(state[name])}
              onChange={(value) => onChange({ [name]: orNull(value) }, 'step')}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

/** Stands for every genre; no genre's name begins with a space. */
const anyGenre = ' any';

interface GenreSelectProps {
  genre: string | null;
  onChange: (genre: string | null) => void;
}

/** One of the library's genres, the most frequent first; nothing where no track names one. */
function GenreSelect({ genre, onChange }: GenreSelectProps) {
  const { data = [] } = useQuery(useTRPC().catalogue.genres.queryOptions());
  const known = data.map(({ name, tracks }) => ({ value: name, name: `${name} (${formatNumber(tracks)})` }));
  const asked = genre && !data.some(({ name }) => name === genre) ? [{ value: genre, name: genre }] : [];
  if (known.length + asked.length === 0) return null;
  return (
    <Select
      label="Genre"
      value={genre ?? anyGenre}
      options={[{ value: anyGenre, name: 'any' }, ...asked, ...known]}
      onChange={(value) => onChange(value === anyGenre ? null : value)}
    />
  );
}
