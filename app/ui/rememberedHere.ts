/*
 * Small settings that this browser remembers for one page or another. A browser that lets pages keep nothing (cookies
 * refused, a private window of some) forgets them, and all else works.
 */

/** What was kept under a key; null where nothing was, or may be. */
export function rememberedHere(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberHere(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
