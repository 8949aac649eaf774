import type { TrackSummary } from '@/app/trpc';
import { emotionCss } from '@/app/ui/emotionColour';
import { toShare } from '@/app/ui/emotionField/planeShare';
import { percent } from '@/app/ui/percent';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './matchMarks.module.css';

interface MatchMarksProps {
  point: EmotionPoint | null;
  matches: readonly (TrackSummary & { distance: number })[];
  litTrackId: number | null;
  playing: Placed | null;
}

/** The answers on the plane: a mark for each, and the circle that holds them, which is the reach of the search. */
export function MatchMarks({ point, matches, litTrackId, playing }: MatchMarksProps) {
  const centre = point && toShare(point);
  const reach = Math.max(0, ...matches.map((match) => match.distance));
  const lit = matches.find((match) => match.trackId === litTrackId);
  return (
    <svg className={styles.matches} aria-hidden="true">
      {centre && matches.length > 0 && (
        <circle
          className={styles.reach}
          cx={percent(centre.x)}
          cy={percent(centre.y)}
          r={percent(reach / 2)}
        />
      )}
      {centre && lit && (
        <line
          className={styles.tie}
          x1={percent(centre.x)}
          y1={percent(centre.y)}
          x2={percent(toShare(lit).x)}
          y2={percent(toShare(lit).y)}
        />
      )}
      {matches.map((match) => (
        <Mark key={match.trackId} track={match} lit={match.trackId === litTrackId} />
      ))}
      {playing && <PlayingMark track={playing} />}
    </svg>
  );
}

type Placed = EmotionPoint & { trackId: number };

function Mark({ track, lit }: { track: Placed; lit: boolean }) {
  const place = toShare(track);
  return (
    <circle
      className={styles.match}
      data-lit={lit || undefined}
      cx={percent(place.x)}
      cy={percent(place.y)}
      r={lit ? 9 : 5.5}
      style={{ fill: emotionCss(track.valence, track.arousal) }}
    />
  );
}

/** What plays is told by its shape: a triangle in a ring. */
function PlayingMark({ track }: { track: Placed }) {
  const place = toShare(track);
  return (
    <svg x={percent(place.x)} y={percent(place.y)} overflow="visible">
      <circle className={styles.playing} r="11" />
      <path className={styles.triangle} d="M-3.2,-4.6 5,0 -3.2,4.6z" />
    </svg>
  );
}
