'use client';

import { Label, Slider, SliderOutput } from 'react-aria-components';
import styles from './shareSlider.module.css';
import { ThumbTrack } from './thumbTrack';

export interface ShareSliderProps {
  label: string;
  /** 0..1 */
  value: number;
  onChange: (value: number) => void;
  /** Told once, when the person lets go. */
  onChangeEnd?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** What the ends mean. */
  ends?: readonly [string, string];
}

/** A share of a whole, shown in per cent. */
export function ShareSlider({ label, ends, min = 0, max = 1, step = 0.01, ...slider }: ShareSliderProps) {
  return (
    <Slider
      className={styles.slider}
      {...slider}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={{ style: 'percent' }}
    >
      <Label className={styles.label}>{label}</Label>
      <SliderOutput className={styles.output} />
      <ThumbTrack className={styles.track} />
      {ends && (
        <span className={styles.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      )}
    </Slider>
  );
}
