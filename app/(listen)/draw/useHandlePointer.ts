import { useRef, type PointerEvent, type RefObject } from 'react';
import { shareOfPointer, type PlaneShare } from '@/app/ui/emotionPoint';

interface HandlePointer {
  surface: RefObject<HTMLElement | null>;
  /** A press, or a tap, on the bare surface. Returns the index of the key point it made, or null. */
  onAdd: (place: PlaneShare) => number | null;
  onDrag: (index: number, place: PlaneShare, gesture: string) => void;
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
  const drag = useRef<{ index: number; gesture: string; moved: boolean } | null>(null);

  const placeOf = (event: { clientX: number; clientY: number }): PlaneShare | null => {
    const box = surface.current?.getBoundingClientRect();
    return box ? shareOfPointer(event, box) : null;
  };

  const begin = (event: PointerEvent<HTMLElement>, index: number) => {
    drag.current = { index, gesture: `drag ${event.timeStamp}`, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
    onSelect(index);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const held = indexOf(event.target);
      if (held !== null) return begin(event, held);
      const place = placeOf(event);
      if (event.pointerType === 'touch' || !place) return;
      const made = onAdd(place);
      if (made !== null) begin(event, made);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const place = placeOf(event);
      if (!drag.current || !place) return;
      drag.current.moved = true;
      onDrag(drag.current.index, place, drag.current.gesture);
    },
    onPointerUp() {
      if (drag.current?.moved) onSettle();
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
