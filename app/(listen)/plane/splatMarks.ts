/** Ink of the marks, and how to lay it on. */
export interface MarkInk {
  red: number;
  green: number;
  blue: number;
  /** Of one mark's middle, 0..1; marks that overlap grow denser. */
  opacity: number;
}

/** How large marks are drawn, in CSS pixels of radius: smaller as the library grows, so that it stays readable. */
export function markRadius(count: number): number {
  return Math.min(3.2, Math.max(1, 3.6 - 0.52 * Math.log10(count + 1)));
}

/** Coverage of a round mark with soft edges, by whole pixels around its middle. */
function stamp(radius: number): { reach: number; coverage: Float32Array } {
  const reach = Math.ceil(radius + 0.5);
  const side = 2 * reach + 1;
  const coverage = Float32Array.from({ length: side * side }, (_, index) => {
    const away = Math.hypot((index % side) - reach, Math.floor(index / side) - reach);
    return Math.min(1, Math.max(0, radius + 0.5 - away));
  });
  return { reach, coverage };
}

/**
 * Draws all marks into RGBA pixels of a square picture in one pass, without a canvas call for each: a
 * hundred thousand marks take a few milliseconds. `emotions` holds valence and arousal in turn.
 */
export function splatMarks(
  emotions: Float32Array,
  side: number,
  mark: { radius: number; ink: MarkInk },
): Uint8ClampedArray<ArrayBuffer> {
  const { reach, coverage } = stamp(mark.radius);
  const clear = new Float32Array(side * side).fill(1);
  const width = 2 * reach + 1;
  for (let index = 0; index < emotions.length; index += 2) {
    const left = Math.floor(((emotions[index] + 1) / 2) * side) - reach;
    const top = Math.floor(((1 - emotions[index + 1]) / 2) * side) - reach;
    for (let y = Math.max(0, -top); y < width && top + y < side; y++) {
      for (let x = Math.max(0, -left); x < width && left + x < side; x++) {
        clear[(top + y) * side + left + x] *= 1 - mark.ink.opacity * coverage[y * width + x];
      }
    }
  }
  return inkPixels(clear, mark.ink);
}

function inkPixels(clear: Float32Array, { red, green, blue }: MarkInk): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(clear.length * 4);
  for (let index = 0; index < clear.length; index++) {
    if (clear[index] === 1) continue;
    pixels[4 * index] = red;
    pixels[4 * index + 1] = green;
    pixels[4 * index + 2] = blue;
    pixels[4 * index + 3] = 255 * (1 - clear[index]);
  }
  return pixels;
}
