import { useRef, type PointerEvent, type RefObject } from 'react';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import type { ChangeKind } from '../changeKind';
import { fromShare, shareOfPointer } from './planeShare';

interface PlanePointer {
  surface: RefObject<HTMLElement | null>;
  onMove: (point: EmotionPoint, change: ChangeKind) => void;
  /** Told where a pointer that presses nothing is, and null when it leaves. */
  onHover: (point: EmotionPoint | null) => void;
}

/**
 * Pointers on the plane. A mouse or pen chooses where it presses and drags from there. A finger chooses by a
 * tap, and drags only by the handle, so that a stroke across the plane still scrolls the page.
 */
export function usePlanePointer({ surface, onMove, onHover }: PlanePointer) {
  const dragging = useRef(false);

  const pointOf = (event: PointerEvent | React.MouseEvent): EmotionPoint | null => {
    const box = surface.current?.getBoundingClientRect();
    return box ? fromShare(shareOfPointer(event, box)) : null;
  };

  const send = (event: PointerEvent | React.MouseEvent, change: ChangeKind) => {
    const point = pointOf(event);
    if (point) onMove(point, change);
  };

  const onHandle = (event: PointerEvent) =>
    event.target instanceof Element && event.target.closest('[role=slider]');

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || (event.pointerType === 'touch' && !onHandle(event))) return;
      dragging.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      onHover(null);
      if (!onHandle(event)) send(event, 'glide');
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (dragging.current) send(event, 'glide');
      else if (event.pointerType !== 'touch') onHover(pointOf(event));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (!dragging.current) return;
      dragging.current = false;
      send(event, 'step');
    },
    onPointerCancel() {
      dragging.current = false;
    },
    onPointerLeave() {
      onHover(null);
    },
    onClick(event: React.MouseEvent<HTMLElement>) {
      const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
      if (pointerType === 'touch') send(event, 'step');
    },
  };
}
