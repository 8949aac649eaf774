import { useEffect, useState, type RefObject } from 'react';

/** The width of an element in CSS pixels, followed as it changes; 0 until it is known. */
export function useElementWidth(place: RefObject<HTMLElement | null> | HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place && 'current' in place ? place.current : place;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
