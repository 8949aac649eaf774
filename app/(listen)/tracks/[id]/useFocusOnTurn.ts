import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus with what is being done: when `on` turns true the first element of `root` that matches
 * `whenOn` takes it, when it turns false the first that matches `whenOff`, as what had it is gone.
 */
export function useFocusOnTurn(
  root: RefObject<HTMLElement | null>,
  on: boolean,
  { whenOn, whenOff }: { whenOn: string; whenOff: string },
): void {
  const before = useRef(on);
  useEffect(() => {
    if (before.current === on) return;
    before.current = on;
    root.current?.querySelector<HTMLElement>(on ? whenOn : whenOff)?.focus({ preventScroll: true });
  }, [root, on, whenOn, whenOff]);
}
