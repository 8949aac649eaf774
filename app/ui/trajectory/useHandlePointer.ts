import { useRef, type PointerEvent, type RefObject } from 'react';
import { shareOfPointer, type PlaneShare } from '../emotionField/planeShare';
import type { Drawing } from './drawing';
import { removePoint } from './keyPoints';
import type { EditOptions } from './trajectoryEdits';
import type { TrajectoryEditor } from './useTrajectoryEditor';

/** Where a pointer is, and whether Alt is held, by which it snaps to nothing. */
export interface PointedPlace extends PlaneShare {
  isFree: boolean;
}

interface HandlePointer {
  surface: RefObject<HTMLElement | null>;
  editor: TrajectoryEditor;
  /** A press on the bare surface that stays where it is. */
  onPress: (place: PointedPlace) => void;
  /** What a stroke over the bare surface makes of the drawing that was there before. */
  strokeOver: (before: Drawing, places: readonly PointedPlace[]) => Drawing;
  onDrag: (index: number, place: PointedPlace, gesture: Gesture) => void;
}

/** The gesture an edit belongs to, and whether it ends with it. */
type Gesture = Pick<EditOptions, 'gesture' | 'ends'>;

/** What a pointer that is down does: it holds a key point, or goes over the bare surface. */
type Press = { pointerId: number; gesture: string; changed: boolean } & (
  | { kind: 'drag'; index: number }
  | { kind: 'stroke'; before: Drawing; places: PointedPlace[]; start: { x: number; y: number } }
);

/** A pointer that moves less, in CSS pixels, presses; more, it draws. */
const leastStroke = { mouse: 6, pen: 8, touch: 12 };
const leastStrokeOf = (pointerType: string) =>
  pointerType === 'pen' || pointerType === 'touch' ? leastStroke[pointerType] : leastStroke.mouse;

const indexOf = (target: EventTarget): number | null => {
  const handle = target instanceof Element ? target.closest<HTMLElement>('[data-key-index]') : null;
  return handle ? Number(handle.dataset.keyIndex) : null;
};

/** The places a pointer passed since the last event: browsers tell several at once. */
const passedBy = ({ nativeEvent }: PointerEvent): readonly globalThis.PointerEvent[] => {
  const passed = nativeEvent.getCoalescedEvents?.() ?? [];
  return passed.length > 0 ? passed : [nativeEvent];
};

/**
 * Mouse, pen or finger on a drawing: a press adds a key point, a stroke draws, a handle is dragged, and a double click on
 * one removes it. A second finger means the page, or a pinch: the stroke is taken back.
 */
export function useHandlePointer({ surface, editor, onPress, strokeOver, onDrag }: HandlePointer) {
  const press = useRef<Press | null>(null);

  const placeOf = (event: { clientX: number; clientY: number; altKey: boolean }): PointedPlace | null => {
    const box = surface.current?.getBoundingClientRect();
    return box ? { ...shareOfPointer(event, box), isFree: event.altKey } : null;
  };
  const takeBack = () => {
    const held = press.current;
    press.current = null;
    if (held?.kind === 'stroke' && held.changed && editor.value.drawing !== held.before) editor.undo?.();
  };
  const draw = (event: PointerEvent, held: Press & { kind: 'stroke' }) => {
    const reach = Math.hypot(event.clientX - held.start.x, event.clientY - held.start.y);
    const places = passedBy(event).flatMap((passed) => placeOf(passed) ?? []);
    held.places.push(...places);
    if (!held.changed && reach < leastStrokeOf(event.pointerType)) return;
    held.changed = true;
    editor.edit(strokeOver(held.before, held.places), { gesture: held.gesture });
  };
  /** The last edit of a gesture is told as its end: what the moves before it made may not have come back yet. */
  const end = (held: Press, place: PointedPlace) => {
    const gesture = { gesture: held.gesture, ends: true };
    if (held.kind === 'drag') onDrag(held.index, place, gesture);
    else editor.edit(strokeOver(held.before, held.places), gesture);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (press.current) return takeBack();
      const place = placeOf(event);
      if (event.button !== 0 || !place) return;
      const index = indexOf(event.target);
      const { pointerId, clientX: x, clientY: y } = event;
      const held = { pointerId, gesture: `pointer ${event.timeStamp}`, changed: false };
      const before = editor.value.drawing;
      press.current =
        index === null
          ? { ...held, kind: 'stroke', before, places: [place], start: { x, y } }
          : { ...held, kind: 'drag', index };
      event.currentTarget.setPointerCapture(pointerId);
      if (index !== null) editor.select(index);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = press.current;
      const place = placeOf(event);
      if (!held || !place || event.pointerId !== held.pointerId) return;
      if (held.kind === 'stroke') return draw(event, held);
      held.changed = true;
      onDrag(held.index, place, { gesture: held.gesture });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const held = press.current;
      const place = placeOf(event);
      if (!held || !place || event.pointerId !== held.pointerId) return;
      press.current = null;
      if (held.changed) end(held, place);
      else if (held.kind === 'stroke') onPress(held.places[0]);
    },
    onPointerCancel: takeBack,
    onDoubleClick(event: React.MouseEvent<HTMLElement>) {
      const index = indexOf(event.target);
      if (index !== null) removePoint(editor, index);
    },
  };
}
