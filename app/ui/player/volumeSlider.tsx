'use client';

import { Icon } from '../glyph';
import { usePlayer } from './playerContext';
import styles from './volumeSlider.module.css';

export function VolumeSlider() {
  const { volume, setVolume } = usePlayer();
  return (
    <label className={styles.volume}>
      <Icon name="volume" />
      <input
        type="range"
        aria-label="Volume"
        aria-valuetext={`${Math.round(volume * 100)} per cent`}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        onChange={(event) => setVolume(Number(event.target.value))}
      />
    </label>
  );
}
