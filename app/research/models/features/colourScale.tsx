import { dimensionWords } from '@/app/ui/dimensionWords';
import { formatSigned } from '@/app/ui/format';
import styles from './colourScale.module.css';
import { mapCss, rangePercentiles, type MapColouring } from './mapColours';

/** So many that a browser's straight way from one to the next is the scale's own. */
const stops = Array.from({ length: 13 }, (_, index) => index / 12);

/** Which colour is which value, and that it is the scale of the tracks that are shown. */
export function ColourScale({ colouring: { dimension, low, high } }: { colouring: MapColouring }) {
  const words = dimensionWords[dimension];
  const colours = stops.map((share) => mapCss(dimension, share));
  return (
    <div className={styles.scale} role="group" aria-label={`Colours of ${dimension}`}>
      <span
        className={styles.bar}
        style={{ backgroundImage: `linear-gradient(to right in oklab, ${colours.join(', ')})` }}
      />
      <span>
        {words.low} {formatSigned(low)}
      </span>
      <span>{formatSigned((low + high) / 2)}</span>
      <span>
        {formatSigned(high)} {words.high}
      </span>
      <span className={styles.note}>
        These tracks’ own scale: their {rangePercentiles[0]}nd to {rangePercentiles[1]}th percentile
      </span>
    </div>
  );
}
