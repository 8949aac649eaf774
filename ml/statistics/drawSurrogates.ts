/** Told how far it is, and ended when nobody wants it any more. */
export interface Draws {
  /** From 0 to 1. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** How long other work waits at most. */
const breathMilliseconds = 50;

/**
 * Draws surrogates one after the other, with a pause for other work of the thread every now and then.
 *
 * @param draw computes and keeps the surrogate of a number, from 0
 * @throws the signal's reason once it is aborted
 */
export async function drawSurrogates(
  count: number,
  draw: (surrogate: number) => void,
  { onProgress, signal }: Draws,
): Promise<void> {
  let since = performance.now();
  for (let surrogate = 0; surrogate < count; surrogate++) {
    if (performance.now() - since > breathMilliseconds) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    signal?.throwIfAborted();
    draw(surrogate);
    onProgress?.((surrogate + 1) / count);
  }
}
