import type { TrackSummary } from '@/app/trpc';
import { toShare } from '@/app/ui/emotionField/planeShare';
import { HeardCircle, IntendedMarks } from '@/app/ui/marks/intendedMarks';
import { MarkAt, MarkLayer, MarkTie } from '@/app/ui/marks/markLayer';
import { PlayingMark } from '@/app/ui/marks/playingMark';
import { TrackMark } from '@/app/ui/marks/trackMark';
import { percent } from '@/app/ui/percent';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './matchMarks.module.css';
import type { Intention } from './useIntentions';

interface MatchMarksProps {
  point: EmotionPoint | null;
  matches: readonly (TrackSummary & { distance: number })[];
  litTrackId: number | null;
  playing: Placed | null;
  /** Of the track that is pointed at, else of the one that plays, where it was composed for an emotion. */
  intention: Intention | undefined;
}

/** The answers on the plane: a mark for each, and the circle that holds them, which is the reach of the search. */
export function MatchMarks({ point, matches, litTrackId, playing, intention }: MatchMarksProps) {
  const centre = point && toShare(point);
  const reach = Math.max(0, ...matches.map((match) => match.distance));
  const lit = matches.find((match) => match.trackId === litTrackId);
  return (
    <MarkLayer>
      {centre && matches.length > 0 && (
        // Within the plane: beyond its edge there is nothing to reach.
        <svg width="100%" height="100%" overflow="hidden">
          <circle
            className={styles.reach}
            cx={percent(centre.x)}
            cy={percent(centre.y)}
            r={percent(reach / 2)}
          />
        </svg>
      )}
      {centre && lit && <MarkTie from={centre} to={toShare(lit)} />}
      {intention && (
        <>
          <IntendedMarks {...intention} />
          <MarkAt place={toShare(intention.heard)}>
            <HeardCircle />
          </MarkAt>
        </>
      )}
      {matches.map((match) => (
        <TrackMark key={match.trackId} track={match} lit={match.trackId === litTrackId} />
      ))}
      {playing && (
        <MarkAt place={toShare(playing)}>
          <PlayingMark />
        </MarkAt>
      )}
    </MarkLayer>
  );
}

type Placed = EmotionPoint & { trackId: number };
