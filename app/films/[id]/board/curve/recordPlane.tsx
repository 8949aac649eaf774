'use client';

import { useRef, type PointerEvent } from 'react';
import { Button } from '@/app/ui/button';
import { Icon } from '@/app/ui/glyph';
import { PlaneHandle } from '@/app/ui/emotionField/planeHandle';
import { fromShare, shareOfPointer } from '@/app/ui/emotionField/planeShare';
import { PlaneSquare } from '@/app/ui/emotionField/planeSquare';
import styles from './curvePanel.module.css';
import type { Recording } from './useRecording';

/** The plane in which the curve is recorded: hold and move while the film plays, or start, and move by the arrow keys. */
export function RecordPlane({ recording }: { recording: Recording }) {
  const { isRecording, point, setPoint, start, stop } = recording;
  const surface = useRef<HTMLDivElement>(null);
  const isHeld = useRef(false);
  const follow = (event: PointerEvent) => {
    const box = surface.current?.getBoundingClientRect();
    if (box) setPoint(fromShare(shareOfPointer(event, box)));
  };
  const release = () => {
    if (isHeld.current) stop();
    isHeld.current = false;
  };
  return (
    <div className={styles.record}>
      <div className={styles.plane}>
        <PlaneSquare
          ref={surface}
          style={{ touchAction: 'none' }}
          role="group"
          aria-label="Plane to record in"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            isHeld.current = !isRecording;
            follow(event);
            start();
          }}
          onPointerMove={(event) => {
            if (isRecording) follow(event);
          }}
          onPointerUp={release}
          onPointerCancel={release}
        >
          <PlaneHandle point={point} onMove={setPoint} />
        </PlaneSquare>
      </div>
      <div className={styles.told}>
        <Button
          kind={isRecording ? 'danger' : 'plain'}
          aria-pressed={isRecording}
          onPress={isRecording ? stop : start}
        >
          <Icon name="record" size={12} />
          {isRecording ? 'Stop recording' : 'Record'}
        </Button>
        <p>
          Hold in the plane and move while the film plays: each frame takes the emotion you point at. Or
          start, and move the point by arrow keys. Only the stretch that plays meanwhile is replaced; one undo
          brings it back.
        </p>
      </div>
    </div>
  );
}
