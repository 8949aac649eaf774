'use client';

import { useRef } from 'react';
import type { TrackSummary } from '@/app/trpc';
import type { ChangeKind } from '@/app/ui/changeKind';
import { PlaneHandle } from '@/app/ui/emotionField/planeHandle';
import { PlaneSquare } from '@/app/ui/emotionField/planeSquare';
import { usePlanePointer } from '@/app/ui/emotionField/usePlanePointer';
import { usePlayer } from '@/app/ui/player/playerContext';
import { useElementWidth } from '@/app/ui/useElementWidth';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { MarkName } from './markName';
import { nearestMark, type Marks } from './marks';
import { MarksCanvas } from './marksCanvas';
import { MatchMarks } from './matchMarks';
import styles from './plane.module.css';
import type { Intention } from './useIntentions';

/** How near a pointer must come to a mark to mean it, in CSS pixels. */
const hoverPixels = 14;

export interface PlaneProps {
  point: EmotionPoint | null;
  onMove: (point: EmotionPoint, change: ChangeKind) => void;
  marks: Marks;
  /** Marks of tracks that a narrowing leaves out. */
  leftOut: Marks;
  matches: readonly (TrackSummary & { distance: number })[];
  litTrackId: number | null;
  onLight: (trackId: number | null) => void;
  /** What was meant by tracks that were composed for an emotion. */
  intentions: ReadonlyMap<number, Intention>;
}

/** The plane of valence and arousal with every track of the library; choosing a point of it is the question. */
export function Plane(props: PlaneProps) {
  const { point, onMove, marks, leftOut, matches, litTrackId, onLight, intentions } = props;
  const surface = useRef<HTMLDivElement>(null);
  const side = useElementWidth(surface);
  const { item } = usePlayer();
  const pointer = usePlanePointer({
    surface,
    onMove,
    onHover(hovered) {
      const index = hovered && side > 0 ? nearestMark(marks, hovered, (2 * hoverPixels) / side) : -1;
      onLight(index < 0 ? null : marks.ids[index]);
    },
  });
  return (
    <figure className={styles.plane} aria-label="The plane of valence and arousal">
      <div className={styles.frame}>
        <PlaneSquare
          ref={surface}
          under={<MarksCanvas marks={marks} leftOut={leftOut} side={side} />}
          {...pointer}
        >
          <MatchMarks
            point={point}
            matches={matches}
            litTrackId={litTrackId}
            playing={item}
            intention={intentions.get(litTrackId ?? item?.trackId ?? 0)}
          />
          <PlaneHandle point={point} onMove={onMove} />
          <MarkName
            marks={marks}
            matches={matches}
            litTrackId={litTrackId}
            intention={intentions.get(litTrackId ?? 0)}
          />
        </PlaneSquare>
      </div>
      <figcaption className="heard">
        Every track of the library is a mark: further right is more pleasant, further up more energetic. The
        tracks nearest to the chosen point are listed after the plane.
      </figcaption>
    </figure>
  );
}
