import { useEffect, useEffectEvent, useRef, type PointerEvent, type RefObject } from 'react';
import { shareAtPointer } from '@/app/ui/timeline/seeking';
import type { ViewState } from '../time/useTimeView';

interface ViewGestures {
  /** What holds the lanes. */
  lanes: RefObject<HTMLElement | null>;
  /** The box of their time. */
  surface: HTMLElement | null;
  viewState: ViewState;
}

/** One turn of a wheel is about 100 pixels: a fifth nearer. */
const zoomPerPixel = Math.log(1.2) / 100;

/** The wheel zooms at the pointer with Ctrl and scrolls with Shift or sideways; two fingers do both. */
export function useViewGestures({ lanes, surface, viewState }: ViewGestures) {
  const shareAt = (clientX: number) => {
    const box = surface?.getBoundingClientRect();
    return box ? shareAtPointer(clientX, box) : 0.5;
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey)
      viewState.zoom(Math.exp(-event.deltaY * zoomPerPixel), shareAt(event.clientX));
    else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
      viewState.scroll(sideways / Math.max(1, surface?.clientWidth ?? 1));
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const element = lanes.current;
    // React's own listener may not hold the page back.
    const listener = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [lanes]);
  return usePinch({ viewState, shareAt, surface });
}

interface Pinch extends Pick<ViewGestures, 'viewState' | 'surface'> {
  shareAt: (clientX: number) => number;
}

/** Two fingers: what lies between them stays there. Lanes are not told of them. */
function usePinch({ viewState, shareAt, surface }: Pinch) {
  const fingers = useRef(new Map<number, number>());
  const apart = () => {
    const [one, other] = fingers.current.values();
    return { distance: Math.max(24, Math.abs(one - other)), middle: (one + other) / 2 };
  };
  const lift = (event: PointerEvent) => fingers.current.delete(event.pointerId);
  return {
    onPointerDownCapture(event: PointerEvent) {
      if (event.pointerType !== 'touch') return;
      fingers.current.set(event.pointerId, event.clientX);
      if (fingers.current.size === 2) event.stopPropagation();
    },
    onPointerMoveCapture(event: PointerEvent) {
      if (!fingers.current.has(event.pointerId)) return;
      if (fingers.current.size !== 2) return void fingers.current.set(event.pointerId, event.clientX);
      event.stopPropagation();
      const before = apart();
      fingers.current.set(event.pointerId, event.clientX);
      const now = apart();
      viewState.scroll((before.middle - now.middle) / Math.max(1, surface?.clientWidth ?? 1));
      viewState.zoom(now.distance / before.distance, shareAt(now.middle));
    },
    onPointerUpCapture: lift,
    onPointerCancelCapture: lift,
  };
}
