import { useEffect, useState, type RefObject } from 'react';

type Place = RefObject<HTMLElement | null> | HTMLElement | null;

/** The width of an element in CSS pixels, without padding, followed as it changes; 0 until it is known. */
export const useElementWidth = (place: Place): number => useMeasure(place, contentWidth);

/** The height of an element in CSS pixels, padding and border with it, followed as it changes; 0 until it is known. */
export const useElementHeight = (place: Place): number => useMeasure(place, borderHeight);

const contentWidth = ({ contentRect }: ResizeObserverEntry) => contentRect.width;
const borderHeight = ({ borderBoxSize }: ResizeObserverEntry) => borderBoxSize[0].blockSize;

function useMeasure(place: Place, measure: (entry: ResizeObserverEntry) => number): number {
  const [size, setSize] = useState(0);
  useEffect(() => {
    const element = place && 'current' in place ? place.current : place;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setSize(Math.round(measure(entry))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, measure]);
  return size;
}
