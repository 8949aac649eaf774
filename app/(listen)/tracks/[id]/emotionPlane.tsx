'use client';

import { useMemo, useRef, useState } from 'react';
import { PlaneHandle } from '@/app/ui/emotionField/planeHandle';
import { PlaneSquare } from '@/app/ui/emotionField/planeSquare';
import { usePlanePointer } from '@/app/ui/emotionField/usePlanePointer';
import { intendedOf } from '@/app/ui/marks/intended';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { Correction } from './correction';
import { EmotionPath } from './emotionPath';
import styles from './emotionPlane.module.css';
import { PlaneMarks } from './planeMarks';
import type { TrackCurve, TrackDetail } from './trackCurve';
import { useFocusOnTurn } from './useFocusOnTurn';
import type { TrackPlayback } from './useTrackPlayback';

interface EmotionPlaneProps {
  track: TrackDetail;
  curve: TrackCurve;
  playback: TrackPlayback;
}

/** The track's way through the plane, its one point as a whole, and a person's own word on it. */
export function EmotionPlane({ track, curve, playback }: EmotionPlaneProps) {
  const [draft, setDraft] = useState<EmotionPoint | null>(null);
  const surface = useRef<HTMLDivElement>(null);
  const pointer = usePlanePointer({ surface, onMove: setDraft, onHover: () => {} });
  const correcting = draft !== null;
  const intended = useIntended(track, curve);
  const section = useRef<HTMLElement>(null);
  useFocusOnTurn(section, correcting, { whenOn: '[role=slider]', whenOff: 'button' });
  useFocusOnTurn(section, track.correction !== null, { whenOn: 'button', whenOff: 'button' });
  return (
    <section ref={section} className={styles.section} aria-labelledby="track-plane">
      <h2 id="track-plane">Through the plane</h2>
      <div className={styles.frame}>
        <PlaneSquare ref={surface} pressable={correcting} {...(correcting ? pointer : {})}>
          <EmotionPath curve={curve} playback={playback} faint={correcting} />
          <PlaneMarks track={track} intended={intended} />
          {draft && <PlaneHandle point={draft} onMove={setDraft} />}
        </PlaneSquare>
      </div>
      <Correction track={track} intended={intended} draft={draft} onDraft={setDraft} />
    </section>
  );
}

/** What the composer of the track meant; null where nobody composed it for an emotion. */
function useIntended({ intended }: TrackDetail, { meant }: TrackCurve) {
  const moving = intended?.moving ?? false;
  return useMemo(() => meant && intendedOf(meant, moving), [meant, moving]);
}
