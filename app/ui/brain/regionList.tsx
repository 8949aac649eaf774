'use client';

import type { BrainValue } from '@/ml/brain/brainValue';
import { brainTheme } from '@/ml/brain/colour/brainTheme';
import type { ColourScale } from '@/ml/brain/colour/colourScale';
import { colourOf, valueWords, weakestFirst } from '@/ml/brain/scene/regionNode';
import { useColourScheme } from '../useColourScheme';
import styles from './regionList.module.css';

interface RegionListProps {
  values: readonly BrainValue[];
  scale: ColourScale;
  significance: string | null;
  picked: string | null;
  hovered: string | null;
  onHover: (region: string | null) => void;
  onPick?: (region: string) => void;
}

/** Every region with its value, the strongest first; pressed like the regions of the drawing, by keyboard too. */
export function RegionList({
  values,
  scale,
  significance,
  picked,
  hovered,
  onHover,
  onPick,
}: RegionListProps) {
  const coloured = values.filter((value) => colourOf(value, scale) !== null).length;
  return (
    <section className={styles.list} aria-label="Regions">
      <p className={styles.head}>
        {coloured} of {values.length} regions coloured
      </p>
      <ul className={styles.rows} onPointerLeave={() => onHover(null)}>
        {weakestFirst(values, scale)
          .reverse()
          .map((value) => (
            <RegionRow
              key={value.target.name}
              value={value}
              colour={colourOf(value, scale)}
              significance={significance}
              isPicked={value.target.name === picked}
              isHovered={value.target.name === hovered}
              onHover={onHover}
              onPick={onPick}
            />
          ))}
      </ul>
    </section>
  );
}

interface RegionRowProps extends Pick<RegionListProps, 'significance' | 'onHover' | 'onPick'> {
  value: BrainValue;
  colour: string | null;
  isPicked: boolean;
  isHovered: boolean;
}

function RegionRow({ value, colour, significance, isPicked, isHovered, onHover, onPick }: RegionRowProps) {
  const theme = brainTheme(useColourScheme());
  const { name, network } = value.target;
  const isSignificant = significance !== null && value.significant === true;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-pressed={onPick ? isPicked : undefined}
        data-hovered={isHovered || undefined}
        onPointerEnter={() => onHover(name)}
        onFocus={() => onHover(name)}
        onBlur={() => onHover(null)}
        onClick={() => onPick?.(name)}
      >
        <span
          className={`${styles.mark} ${isSignificant && colour !== null ? styles.edged : ''}`}
          style={{ background: colour ?? theme.cortex }}
          aria-hidden="true"
        />
        <span className={styles.name} title={network ? `${name}, ${network} network` : name}>
          {shortName(name)}
        </span>
        <span className={styles.value}>
          {value.value === null ? '–' : (value.words ?? valueWords(value.value))}
          {isSignificant && <span className="heard">, {significance}</span>}
        </span>
      </button>
    </li>
  );
}

/** A parcel without the atlas that all of them come from; the full name is the row's title. */
const shortName = (name: string): string => name.replace(/^(7|17)Networks_/, '');
