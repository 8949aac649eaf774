'use client';

import { useLevels } from '../../playing/useTransport';
import type { TransportStore } from '../../playing/transportStore';
import styles from './levelSliders.module.css';

const sounds = [
  { key: 'film', name: 'Film' },
  { key: 'music', name: 'Music' },
] as const;

/** How loud the film's own sound is, and the music. */
export function LevelSliders({ sound }: { sound: TransportStore }) {
  const { levels, setLevels } = useLevels(sound);
  return (
    <div className={styles.levels}>
      {sounds.map(({ key, name }) => (
        <label key={key} className={styles.level}>
          {name}
          <input
            type="range"
            aria-label={`Level of the ${key}`}
            aria-valuetext={`${Math.round(levels[key] * 100)} per cent`}
            min={0}
            max={1}
            step={0.05}
            value={levels[key]}
            onChange={(event) => setLevels({ [key]: Number(event.target.value) })}
          />
        </label>
      ))}
    </div>
  );
}
