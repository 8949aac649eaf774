import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether presses are heard: not yet where the server drew the page and the browser has not taken it over. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
