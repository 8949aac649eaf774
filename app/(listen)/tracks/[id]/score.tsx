'use client';

import { useMemo, useRef, useState } from 'react';
import { dimensionWords } from '@/app/ui/dimensionWords';
import { TimeAxis } from '@/app/ui/timeline/timeAxis';
import { useElementWidth } from '@/app/ui/useElementWidth';
import { dimensions } from '@/ml/affect/dimension';
import { describeCurve } from './describeCurve';
import { Intention } from './intention';
import { Lane } from './lane';
import { ReadOut } from './readOut';
import styles from './score.module.css';
import { ScoreLegend } from './scoreLegend';
import { SeekSurface } from './seekSurface';
import type { TrackCurve, TrackDetail } from './trackCurve';
import type { TrackPlayback } from './useTrackPlayback';
import { Waveform } from './waveform';

interface ScoreProps {
  track: TrackDetail;
  curve: TrackCurve;
  playback: TrackPlayback;
}

/** The track from left to right: its sound, and under it its valence and arousal as they move. */
export function Score({ track, curve, playback }: ScoreProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const width = useElementWidth(stage);
  const caption = useMemo(() => describeCurve(curve), [curve]);
  return (
    <section className={styles.score} aria-labelledby="track-score">
      <div className={styles.top}>
        <h2 id="track-score">Emotion over time</h2>
        <ReadOut curve={curve} playback={playback} pointed={pointed} />
      </div>
      <div className={styles.board}>
        <Gutter />
        <div ref={stage} className={styles.stage}>
          <SeekSurface track={track} curve={curve} playback={playback} pointed={pointed} onPoint={setPointed}>
            <Waveform track={track} curve={curve} playback={playback} width={width} />
            <Lane dimension="valence" curve={curve} pointed={pointed} />
            <Lane dimension="arousal" curve={curve} pointed={pointed} />
          </SeekSurface>
          <TimeAxis durationSeconds={curve.durationSeconds} width={width} />
        </div>
      </div>
      <ScoreLegend meant={curve.meant !== null} />
      <p className={styles.caption}>{caption}</p>
      <Intention track={track} curve={curve} />
    </section>
  );
}

/** The names and scales of the rows, left of them. */
function Gutter() {
  return (
    <div className={styles.gutter} aria-hidden="true">
      <p className={styles.name}>
        <em>sound</em>
      </p>
      {dimensions.map((dimension) => (
        <div key={dimension} className={styles.scale}>
          <span>
            <span className={styles.word}>{dimensionWords[dimension].high} </span>+1
          </span>
          <em>{dimension}</em>
          <span>
            <span className={styles.word}>{dimensionWords[dimension].low} </span>−1
          </span>
        </div>
      ))}
    </div>
  );
}
