'use client';

import { useRef } from 'react';
import { Label, Slider, SliderOutput } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import { NumberInput } from '@/app/ui/field/numberInput';
import sliders from '@/app/ui/field/shareSlider.module.css';
import { ThumbTrack } from '@/app/ui/field/thumbTrack';
import { formatClock, formatDistance } from '@/app/ui/format';
import { EmptyState, LoadingState } from '@/app/ui/message/message';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { CueSection, FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { certainWords } from '../matches/matchWords';
import type { KnownTrack } from '../useTracks';
import { OffsetPlot } from './offsetPlot';
import styles from './offsetTab.module.css';
import type { TrackFit } from './useFit';

interface OffsetTabProps {
  film: FilmProject['film'];
  cue: FilmCue;
  /** The music that is tried, or was chosen. */
  section: CueSection | null;
  track: KnownTrack | null | undefined;
  fit: TrackFit | null;
  /** Told of a new start; changes of one gesture are one step of undo. */
  onMove: (startSeconds: number, gesture: string) => void;
}

/** Where in its track a cue's music begins, moved by hand while its score follows. */
export function OffsetTab({ section, track, fit, ...rest }: OffsetTabProps) {
  if (!section)
    return (
      <EmptyState title="No music yet">
        <p>Try or choose a match: then move here where in its track it begins.</p>
      </EmptyState>
    );
  if (track === null)
    return (
      <EmptyState title="The track is gone">
        <p>It is not in the library any more. Choose other music.</p>
      </EmptyState>
    );
  if (!track) return <LoadingState>Reading the track</LoadingState>;
  return <Offset {...rest} {...{ section, track, fit }} />;
}

function Offset({
  film,
  section,
  track,
  fit,
  onMove,
}: OffsetTabProps & { section: CueSection; track: KnownTrack }) {
  const gesture = useRef(0);
  const frameSeconds = secondsOf(1, film.rate);
  const latest = fit?.latestSeconds ?? track.durationSeconds;
  const start = section.startSeconds;
  const within = (seconds: number) => Math.min(latest, Math.max(0, seconds));
  const move = (seconds: number) => onMove(within(seconds), `drag ${gesture.current}`);
  const step = (seconds: number) => {
    gesture.current++;
    move(start + seconds);
  };
  const share = (seconds: number) => (latest > 0 ? Math.min(1, seconds / latest) : 0);
  const best = fit ? bestStart(fit.distances) : 0;
  return (
    <div className={styles.offset}>
      <p className={styles.score}>
        <strong dir="auto">{track.title}</strong>
        <span>
          {fit?.fit ? `distance ${formatDistance(fit.fit.distance)}` : 'does not last through the cue'}
        </span>
        {fit?.fit && <span>{certainWords(fit.fit.place.plusMinusSeconds, fit.fit.place.rivals.length)}</span>}
      </p>
      {fit && fit.distances.length > 1 && (
        <OffsetPlot
          distances={fit.distances}
          now={share(start)}
          best={share(best)}
          certain={fit.fit ? [share(fit.fit.place.earliest), share(fit.fit.place.latest)] : [0, 0]}
        />
      )}
      <Slider
        className={sliders.slider}
        value={start}
        minValue={0}
        maxValue={latest}
        step={0.1}
        onChange={move}
        onChangeEnd={() => void gesture.current++}
      >
        <Label className={sliders.label}>Begins in the track at</Label>
        <SliderOutput
          className={sliders.output}
        >{`${formatClock(start)} (${start.toFixed(2)} s)`}</SliderOutput>
        <ThumbTrack className={sliders.track} />
      </Slider>
      <div className={styles.steps} role="group" aria-label="Small steps">
        <Button size="small" aria-label="One frame earlier" onPress={() => step(-frameSeconds)}>
          −1 f
        </Button>
        <Button size="small" aria-label="One frame later" onPress={() => step(frameSeconds)}>
          +1 f
        </Button>
        <Button size="small" aria-label="A tenth of a second earlier" onPress={() => step(-0.1)}>
          −0.1 s
        </Button>
        <Button size="small" aria-label="A tenth of a second later" onPress={() => step(0.1)}>
          +0.1 s
        </Button>
        <Button
          size="small"
          isDisabled={!fit}
          aria-label="To the best place of the track"
          onPress={() => step(best - start)}
        >
          Best
        </Button>
        <NumberInput
          label="Start in the track"
          hideLabel
          unit="s"
          width="6.5rem"
          min={0}
          max={latest}
          format={{ maximumFractionDigits: 3 }}
          value={start}
          onChange={(seconds) => Number.isFinite(seconds) && step(seconds - start)}
        />
      </div>
    </div>
  );
}

/** The start that costs least, in seconds. */
function bestStart(distances: readonly number[]): number {
  const place = distances.reduce((best, each, index) => (each < distances[best] ? index : best), 0);
  return place * curveHopSeconds;
}
