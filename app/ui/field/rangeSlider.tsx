'use client';

import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { percent } from '../percent';
import styles from './rangeSlider.module.css';
import thumbs from './thumbTrack.module.css';

/** From one value to another. */
export type Range = readonly [from: number, to: number];

interface RangeSliderProps {
  label: string;
  value: Range;
  /** The smallest and the largest value. */
  within: Range;
  step: number;
  /** The range in words, beside the label. */
  words: string;
  onChange: (range: Range) => void;
  /** Told once, when the person lets go. */
  onChangeEnd: (range: Range) => void;
}

/** Where something begins and where it ends: two handles on one line, each moved by pointers and keys. */
export function RangeSlider({
  label,
  value,
  within: [least, most],
  step,
  words,
  ...deeds
}: RangeSliderProps) {
  const rangeOf = (values: number | number[]): Range => {
    const [from, to] = Array.isArray(values) ? values : [values, values];
    return [from, to];
  };
  const share = (at: number) => percent((at - least) / (most - least || 1));
  return (
    <Slider
      className={styles.slider}
      value={[...value]}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={(values) => deeds.onChange(rangeOf(values))}
      onChangeEnd={(values) => deeds.onChangeEnd(rangeOf(values))}
    >
      <Label className={styles.label}>{label}</Label>
      <span className={styles.words}>{words}</span>
      <SliderTrack className={`${thumbs.track} ${styles.track}`}>
        <span
          className={styles.range}
          style={{ left: share(value[0]), right: percent(1 - (value[1] - least) / (most - least || 1)) }}
        />
        <SliderThumb index={0} className={thumbs.thumb} aria-label="from" />
        <SliderThumb index={1} className={thumbs.thumb} aria-label="to" />
      </SliderTrack>
    </Slider>
  );
}
