import { useSyncExternalStore } from 'react';
import type { ColourScheme } from './emotionColour';

const query = '(prefers-color-scheme: dark)';

function watch(onChange: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

/** The scheme the system wishes for, where style sheets cannot follow it by themselves (canvases). */
export function useColourScheme(): ColourScheme {
  return useSyncExternalStore(
    watch,
    () => (window.matchMedia(query).matches ? 'dark' : 'light'),
    () => 'light',
  );
}
