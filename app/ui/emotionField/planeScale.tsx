import { dimensions } from '@/ml/affect/dimension';
import { dimensionWords } from '../dimensionWords';
import { percent } from '../percent';
import { circumplexWords } from './circumplexWords';
import styles from './planeScale.module.css';
import { toShare } from './planeShare';

const words = circumplexWords(0.84);

/** What is engraved on the field: the axes through the middle, the circle, and the words of affect. */
export function PlaneGrid() {
  return (
    <svg className={styles.grid} aria-hidden="true">
      <circle cx="50%" cy="50%" r="35.35%" />
      <circle cx="50%" cy="50%" r="17.7%" />
      <line x1="0" y1="50%" x2="100%" y2="50%" />
      <line x1="50%" y1="0" x2="50%" y2="100%" />
      {words.map(({ word, point }) => (
        <Word key={word} word={word} {...toShare(point)} />
      ))}
    </svg>
  );
}

/** Words on the horizontal axis stand over it and close to the rim, where a narrow plane still has room for them. */
function Word({ word, x, y }: { word: string; x: number; y: number }) {
  if (y !== 0.5)
    return (
      <text x={percent(x)} y={percent(y)}>
        {word}
      </text>
    );
  const right = x > 0.5;
  return (
    <text x={right ? '98%' : '2%'} y="50%" dy="-0.8em" style={{ textAnchor: right ? 'end' : 'start' }}>
      {word}
    </text>
  );
}

/** The names of the axes, outside the field. */
export function PlaneAxes() {
  return (
    <div aria-hidden="true">
      {dimensions.map((dimension) => (
        <p key={dimension} className={`${styles.axis} ${styles[dimension]}`}>
          <span>−1 {dimensionWords[dimension].low}</span>
          <span>{dimension}</span>
          <span>{dimensionWords[dimension].high} +1</span>
        </p>
      ))}
    </div>
  );
}
