import { useCallback, useEffect, useRef } from 'react';

/** People who go on by keys pause less long between them. */
const pauseMilliseconds = 700;

/** A function to call at each of a row of deeds: what is given is done once, when no other has come for a while. */
export function usePause(onPause: () => void): () => void {
  const latest = useRef(onPause);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = onPause;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), pauseMilliseconds);
  }, []);
}
