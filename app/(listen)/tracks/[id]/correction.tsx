'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { clampPoint } from '@/app/ui/clampAffect';
import { PointInputs } from '@/app/ui/field/pointInputs';
import { formatSigned } from '@/app/ui/format';
import type { Intended } from '@/app/ui/marks/intended';
import { IntendedSign } from '@/app/ui/marks/intendedMarks';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './correction.module.css';
import type { TrackDetail } from './trackCurve';
import { useRefreshAnswers } from './useRefreshAnswers';

interface CorrectionProps {
  track: TrackDetail;
  /** What its composer meant, where it was composed for an emotion. */
  intended: Intended | null;
  /** The point being chosen, or null while none is. */
  draft: EmotionPoint | null;
  onDraft: (draft: EmotionPoint | null) => void;
}

/** What the model says of the track as a whole, what the person says, and how to say it. */
export function Correction({ track, intended, draft, onDraft }: CorrectionProps) {
  const trpc = useTRPC();
  const refresh = useRefreshAnswers();
  const uncorrect = useMutation(trpc.catalogue.uncorrect.mutationOptions({ onSuccess: refresh }));
  const { trackId, modelPoint, correction } = track;
  if (draft) return <CorrectionForm trackId={trackId} draft={draft} onDraft={onDraft} />;
  return (
    <div className={styles.correction}>
      <ul className={styles.words}>
        <Word sign="model" who="The model hears" point={modelPoint} deviation={modelPoint} />
        {correction && <Word sign="own" who="You say" point={correction} />}
        {intended && <Meant intended={intended} />}
        <li>
          <span className={styles.sign} data-sign="path" aria-hidden="true" />
          the path begins at the small dot; a triangle marks the moment heard
        </li>
      </ul>
      <div className={styles.deeds}>
        <Button onPress={() => onDraft(clampPoint(correction ?? modelPoint))}>
          {correction ? 'Change your word' : 'This is wrong'}
        </Button>
        {correction && (
          <Button kind="quiet" isDisabled={uncorrect.isPending} onPress={() => uncorrect.mutate({ trackId })}>
            Back to the model’s
          </Button>
        )}
      </div>
      {uncorrect.error && <p role="alert">{uncorrect.error.message}</p>}
    </div>
  );
}

function Meant({ intended: { point, way } }: { intended: Intended }) {
  return (
    <li>
      <IntendedSign />
      <span>
        Its composer meant{way.length > 0 && ', on average,'}{' '}
        <strong>valence {formatSigned(point.valence)}</strong>,{' '}
        <strong>arousal {formatSigned(point.arousal)}</strong>
        {way.length > 0 && ', moving as dotted'}
      </span>
    </li>
  );
}

interface WordProps {
  sign: 'model' | 'own';
  who: string;
  point: EmotionPoint;
  deviation?: { valenceDeviation: number; arousalDeviation: number };
}

function Word({ sign, who, point, deviation }: WordProps) {
  const spread = (value?: number) => (value === undefined ? '' : ` ± ${value.toFixed(2)}`);
  return (
    <li>
      <span className={styles.sign} data-sign={sign} aria-hidden="true" />
      <span>
        {who} <strong>valence {formatSigned(point.valence)}</strong>
        {spread(deviation?.valenceDeviation)}, <strong>arousal {formatSigned(point.arousal)}</strong>
        {spread(deviation?.arousalDeviation)}
      </span>
    </li>
  );
}

interface CorrectionFormProps {
  trackId: number;
  draft: EmotionPoint;
  onDraft: (draft: EmotionPoint | null) => void;
}

function CorrectionForm({ trackId, draft, onDraft }: CorrectionFormProps) {
  const trpc = useTRPC();
  const refresh = useRefreshAnswers();
  const correct = useMutation(
    trpc.catalogue.correct.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onDraft(null);
      },
    }),
  );
  return (
    <div role="group" aria-label="Your word on this track" className={styles.correction}>
      <p>
        Where does the track as a whole belong? Press on the plane, move the ring with the arrow keys, or
        type.
      </p>
      <div className={styles.fields}>
        <PointInputs point={draft} onChange={onDraft} />
        <Button
          kind="primary"
          isDisabled={correct.isPending}
          onPress={() => correct.mutate({ trackId, ...draft })}
        >
          Keep this
        </Button>
        <Button kind="quiet" onPress={() => onDraft(null)}>
          Cancel
        </Button>
      </div>
      <p className={styles.why}>
        Searches then go by your word. The model’s stays beside it, its curve as it is, and you can go back.
      </p>
      {correct.error && <p role="alert">{correct.error.message}</p>}
    </div>
  );
}
