'use client';

import { useMemo, useRef, useState } from 'react';
import { BoardHead } from '@/app/ui/timeline/boardHead';
import { LaneBoard } from '@/app/ui/timeline/laneBoard';
import { LaneScale, RowName } from '@/app/ui/timeline/laneScale';
import { Legend, LegendItem } from '@/app/ui/timeline/legend';
import { TimeAxis } from '@/app/ui/timeline/timeAxis';
import { useElementWidth } from '@/app/ui/useElementWidth';
import { dimensions } from '@/ml/affect/dimension';
import { describeCurve } from './describeCurve';
import { Intention } from './intention';
import styles from './score.module.css';
import { ScoreSurface } from './scoreSurface';
import type { TrackCurve, TrackDetail } from './trackCurve';
import { TrackLane } from './trackLane';
import { TrackReadOut } from './trackReadOut';
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
      <BoardHead>
        <h2 id="track-score">Emotion over time</h2>
        <TrackReadOut curve={curve} playback={playback} pointed={pointed} />
      </BoardHead>
      <LaneBoard stage={stage} scales={<Scales />}>
        <ScoreSurface track={track} curve={curve} playback={playback} pointed={pointed} onPoint={setPointed}>
          <Waveform track={track} curve={curve} playback={playback} width={width} />
          {dimensions.map((dimension) => (
            <TrackLane key={dimension} dimension={dimension} curve={curve} pointed={pointed} />
          ))}
        </ScoreSurface>
        <TimeAxis durationSeconds={curve.durationSeconds} width={width} />
      </LaneBoard>
      <ScoreLegend meant={curve.meant !== null} />
      <p className={styles.caption}>{caption}</p>
      <Intention track={track} curve={curve} />
    </section>
  );
}

function Scales() {
  return (
    <>
      <RowName name="sound" />
      {dimensions.map((dimension) => (
        <LaneScale key={dimension} dimension={dimension} />
      ))}
    </>
  );
}

function ScoreLegend({ meant }: { meant: boolean }) {
  return (
    <Legend>
      <LegendItem mark="line">what the model hears</LegendItem>
      <LegendItem mark="band">one standard deviation to either side</LegendItem>
      {meant && <LegendItem mark="dotted">what the composer meant</LegendItem>}
      <LegendItem>colour: the emotion at each moment, as on the plane</LegendItem>
    </Legend>
  );
}
