import { SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './thumbTrack.module.css';

/** The line of a slider with the knob that is moved along it; its height and place are the slider's own. */
export function ThumbTrack({ className }: { className: string }) {
  return (
    <SliderTrack className={`${styles.track} ${className}`}>
      <SliderThumb className={styles.thumb} />
    </SliderTrack>
  );
}
