import { useRef, type PointerEvent } from 'react';
import { shareAtPointer } from '@/app/ui/timeline/seeking';
import type { ViewState } from '../time/useTimeView';
import { secondsAt } from '../time/timeView';

/** Where a pointer on a lane is. */
export interface LanePlace {
  seconds: number;
  /** How far it is from where it was pressed, in seconds. */
  bySeconds: number;
  /** Alt is held. */
  isFree: boolean;
  /** All that one drag does is one step of undo. */
  gesture: string;
}

interface LanePointer<Held> {
  viewState: ViewState;
  /** A press; what it takes hold of, null for nothing. */
  take: (event: PointerEvent<HTMLElement>, seconds: number) => Held | null;
  drag: (held: Held, place: LanePlace) => void;
  /** The end of it; `moved` is false for a mere press. */
  drop?: (held: Held, place: LanePlace & { moved: boolean }) => void;
}

/** A pointer that moves less than this has pressed only. */
const leastPixels = 3;

interface Drag<Held> {
  held: Held;
  fromSeconds: number;
  fromX: number;
  gesture: string;
  moved: boolean;
}

/** Pointers along a lane: what is pressed is taken hold of and follows the pointer. */
export function useLanePointer<Held>({ viewState: { view }, take, drag, drop }: LanePointer<Held>) {
  const dragging = useRef<Drag<Held> | null>(null);
  const secondsOf = (event: PointerEvent<HTMLElement>) =>
    secondsAt(view, shareAtPointer(event.clientX, event.currentTarget.getBoundingClientRect()));
  const placeOf = (event: PointerEvent<HTMLElement>, { fromSeconds, gesture }: Drag<Held>): LanePlace => {
    const seconds = secondsOf(event);
    return { seconds, bySeconds: seconds - fromSeconds, isFree: event.altKey, gesture };
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const fromSeconds = secondsOf(event);
      const held = take(event, fromSeconds);
      if (held === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const gesture = `lane ${event.timeStamp}`;
      dragging.current = { held, fromSeconds, fromX: event.clientX, gesture, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const current = dragging.current;
      if (!current) return;
      current.moved ||= Math.abs(event.clientX - current.fromX) >= leastPixels;
      if (current.moved) drag(current.held, placeOf(event, current));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const current = dragging.current;
      dragging.current = null;
      if (current) drop?.(current.held, { ...placeOf(event, current), moved: current.moved });
    },
    onPointerCancel() {
      dragging.current = null;
    },
  };
}
