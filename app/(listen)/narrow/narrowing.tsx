'use client';

import { Disclosure } from '@/app/ui/field/disclosure';
import { NumberInput } from '@/app/ui/field/numberInput';
import { SearchInput } from '@/app/ui/field/searchInput';
import type { UrlChange } from '@/app/ui/useUrlState';
import styles from './narrowing.module.css';
import type { Narrowed } from './narrowUrl';

interface NarrowingProps {
  state: Narrowed;
  onChange: (change: Partial<Narrowed>, kind: UrlChange) => void;
}

const orNaN = (value: number | null) => value ?? NaN;
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

const bounds = [
  { key: 'minDurationSeconds', label: 'Longer than', unit: 's', max: 86_400, step: 10 },
  { key: 'maxDurationSeconds', label: 'Shorter than', unit: 's', max: 86_400, step: 10 },
  { key: 'minTempoBpm', label: 'Faster than', unit: 'BPM', max: 400, step: 5 },
  { key: 'maxTempoBpm', label: 'Slower than', unit: 'BPM', max: 400, step: 5 },
] as const;

/** Which tracks may answer: by words, length and tempo. */
export function Narrowing({ state, onChange }: NarrowingProps) {
  const used = bounds.filter(({ key }) => state[key] !== null).length;
  return (
    <div className={styles.narrowing}>
      <SearchInput
        label="Only tracks with the words"
        hideLabel
        placeholder="Words in title, artist, album or genre"
        value={state.text}
        onChange={(text) => onChange({ text }, 'glide')}
      />
      <Disclosure title={used ? `Length and tempo (${used} set)` : 'Length and tempo'} open={used > 0}>
        <div className={styles.bounds}>
          {bounds.map(({ key, ...field }) => (
            <NumberInput
              key={key}
              {...field}
              min={0}
              width="6.5rem"
              placeholder="any"
              value={orNaN(state[key])}
              onChange={(value) => onChange({ [key]: orNull(value) }, 'step')}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
