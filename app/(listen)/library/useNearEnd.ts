import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';

/** How far below the window more is asked for: about two windows of rows. */
const reachPixels = 1600;

/**
 * A mark for the end of a list that scrolls with the page: tells when it comes near the window. While there
 * is nothing to ask for (`active` false) it rests; when there is again, a mark still in sight tells at once.
 */
export function useNearEnd(active: boolean, onNear: () => void): RefObject<HTMLDivElement | null> {
  const mark = useRef<HTMLDivElement>(null);
  const tell = useEffectEvent(onNear);
  useEffect(() => {
    if (!mark.current || !active) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) tell();
      },
      { rootMargin: `0px 0px ${reachPixels}px 0px` },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [active]);
  return mark;
}
