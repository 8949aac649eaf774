import { useRef, type PointerEvent } from 'react';
import { shareAtPointer } from './seeking';

export interface SeekPointer {
  /** Told where along the time a pointer is, from 0 to 1, and null when it has gone. */
  onPoint: (share: number | null) => void;
  /** Told where a press or a drag has ended. */
  onRelease?: (share: number) => void;
}

/** Pointers along a drawing of time. A finger that scrolls the page ends nothing. */
export function useSeekPointer({ onPoint, onRelease }: SeekPointer) {
  const dragging = useRef(false);
  const shareOf = (event: PointerEvent<HTMLElement>) =>
    shareAtPointer(event.clientX, event.currentTarget.getBoundingClientRect());
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragging.current = true;
      onPoint(shareOf(event));
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      onPoint(shareOf(event));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (dragging.current) onRelease?.(shareOf(event));
      dragging.current = false;
    },
    onPointerCancel() {
      dragging.current = false;
      onPoint(null);
    },
    onPointerLeave() {
      if (!dragging.current) onPoint(null);
    },
  };
}
