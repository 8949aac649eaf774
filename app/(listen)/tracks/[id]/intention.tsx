import { formatEmotion } from '@/app/ui/format';
import { apart, intendedOf } from '@/app/ui/marks/intended';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { correlation } from '@/ml/statistics/correlation';
import styles from './intention.module.css';
import type { TrackCurve, TrackDetail } from './trackCurve';

/** For music made for Circumplex: what the composer meant beside what the model hears. */
export function Intention({ track, curve }: { track: TrackDetail; curve: TrackCurve }) {
  const { meant } = curve;
  if (!meant || !track.intended) return null;
  return (
    <section className={styles.intention} aria-labelledby="track-intention">
      <h3 id="track-intention">What the composer meant, and what the model hears</h3>
      {track.intended.moving ? (
        <Moving curve={curve} meant={meant} />
      ) : (
        <Steady track={track} meant={meant} />
      )}
      <p className={styles.why}>
        This piece was written by Circumplex itself from a chosen emotion, which the model was never told.
        What was meant is an aim; what people feel when they hear the piece was not asked.
      </p>
    </section>
  );
}

/** Below this standard deviation a curve is still, and correlating with it would only weigh its noise. */
const stillness = 0.02;

/** How the model's curve goes with what was meant, over what both have. */
const agreement = (heard: Float32Array, meant: Float32Array) =>
  correlation(heard.subarray(0, meant.length), meant, { stillness });

function Moving({ curve, meant }: { curve: TrackCurve; meant: EmotionCurve }) {
  const valence = agreement(curve.heard.valence, meant.valence);
  const arousal = agreement(curve.heard.arousal, meant.arousal);
  return (
    <dl className={styles.figures}>
      <Agreement name="valence" correlation={valence} />
      <Agreement name="arousal" correlation={arousal} />
    </dl>
  );
}

function Agreement({ name, correlation }: { name: string; correlation: number | null }) {
  return (
    <div>
      <dt>{name} moves as meant</dt>
      <dd>
        {correlation === null
          ? 'no r: one of the two hardly moves'
          : `r = ${correlation.toFixed(2).replace('-', '−')}`}
      </dd>
    </div>
  );
}

function Steady({ track, meant }: { track: TrackDetail; meant: EmotionCurve }) {
  const { modelPoint } = track;
  const intended = intendedOf(meant, false);
  return (
    <dl className={styles.figures}>
      <div>
        <dt>meant throughout</dt>
        <dd>{formatEmotion(intended.point.valence, intended.point.arousal)}</dd>
      </div>
      <div>
        <dt>heard</dt>
        <dd>{formatEmotion(modelPoint.valence, modelPoint.arousal)}</dd>
      </div>
      <div>
        <dt>apart on the plane, of 2 from edge to edge</dt>
        <dd>{apart(intended, modelPoint).toFixed(2)}</dd>
      </div>
    </dl>
  );
}
