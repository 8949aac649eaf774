'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { formatSigned } from '@/app/ui/format';
import { percent } from '@/app/ui/percent';
import type { Dimension } from '@/ml/affect/dimension';
import styles from './librarySpread.module.css';

interface Spread {
  mean: number;
  deviation: number;
  min: number;
  max: number;
}

/**
 * Where the person's own music lies, as a drawing that asks for what no track has finds nothing near: the
 * whole range, the middle two thirds, and how far a track moves within itself.
 */
export function LibrarySpread() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.catalogue.summary.queryOptions());
  if (!data || data.tracks === 0) return null;
  return (
    <section className={styles.spread} aria-label="Your library">
      <h2>Your library</h2>
      <Ruler dimension="valence" spread={data.valence} within={data.within.valence} />
      <Ruler dimension="arousal" spread={data.arousal} within={data.within.arousal} />
      <p className={styles.key}>
        Thin: all tracks. Thick: the middle of them (mean ± standard deviation). Strongest: how far a track
        moves within itself (± its standard deviation, the median of your tracks).
      </p>
    </section>
  );
}

const share = (value: number) => (Math.min(1, Math.max(-1, value)) + 1) / 2;
const span = (from: number, to: number) => ({ left: percent(share(from)), right: percent(1 - share(to)) });

function Ruler({ dimension, spread, within }: { dimension: Dimension; spread: Spread; within: number }) {
  const { mean, deviation, min, max } = spread;
  return (
    <div className={styles.ruler}>
      <span className={styles.name}>{dimension}</span>
      <span className={styles.scale} aria-hidden="true">
        <span className={styles.all} style={span(min, max)} />
        <span className={styles.middle} style={span(mean - deviation, mean + deviation)} />
        <span className={styles.within} style={span(mean - within, mean + within)} />
      </span>
      <span className={styles.words}>
        {formatSigned(mean)} ± {deviation.toFixed(2)}; within a track ± {within.toFixed(2)}
      </span>
    </div>
  );
}
