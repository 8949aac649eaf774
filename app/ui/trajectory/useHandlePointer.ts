import { useRef, type PointerEvent, type RefObject } from 'react';
import { shareOfPointer, type PlaneShare } from '../emotionField/planeShare';

/** Where a pointer is, and whether Alt is held, by which it snaps to nothing. */
export interface PointedPlace extends PlaneShare {
  isFree: boolean;
}

interface HandlePointer {
  surface: RefObject<HTMLElement | null>;
  /**
   * A press on the bare surface, the beginning of a gesture, or a tap, which is none. Returns the index of the
   * key point it made, or null.
   */
  onAdd: (place: PointedPlace, gesture?: string) => number | null;
  onDrag: (index: number, place: PointedPlace, gesture: string) => void;
  onSelect: (index: number) => void;
  onSettle: () => void;
  onRemove: (index: number) => void;
}

const indexOf = (target: EventTarget): number | null => {
  const handle = target instanceof Element ? target.closest<HTMLElement>('[data-key-index]') : null;
  return handle ? Number(handle.dataset.keyIndex) : null;
};

/**
 * Pointers on a drawing: a mouse adds where it presses and drags on from there; a finger adds by a tap and
 * drags by the handles, so that a stroke over the drawing scrolls the page; a double click removes.
 */
export function useHandlePointer({ surface, onAdd, onDrag, onSelect, onSettle, onRemove }: HandlePointer) {
  const drag = useRef<{ index: number; gesture: string; changed: boolean } | null>(null);

  const placeOf = (event: React.MouseEvent): PointedPlace | null => {
    const box = surface.current?.getBoundingClientRect();
    return box ? { ...shareOfPointer(event, box), isFree: event.altKey } : null;
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const held = indexOf(event.target);
      const place = placeOf(event);
      const gesture = `drag ${event.timeStamp}`;
      const made = held === null && place && event.pointerType !== 'touch' ? onAdd(place, gesture) : null;
      const index = held ?? made;
      if (index === null) return;
      drag.current = { index, gesture, changed: made !== null };
      event.currentTarget.setPointerCapture(event.pointerId);
      onSelect(index);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const place = placeOf(event);
      if (!drag.current || !place) return;
      drag.current.changed = true;
      onDrag(drag.current.index, place, drag.current.gesture);
    },
    onPointerUp() {
      if (drag.current?.changed) onSettle();
      drag.current = null;
    },
    onPointerCancel() {
      drag.current = null;
    },
    onClick(event: React.MouseEvent<HTMLElement>) {
      const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
      const place = placeOf(event);
      if (pointerType === 'touch' && place && indexOf(event.target) === null) onAdd(place);
    },
    onDoubleClick(event: React.MouseEvent<HTMLElement>) {
      const held = indexOf(event.target);
      if (held !== null) onRemove(held);
    },
  };
}
