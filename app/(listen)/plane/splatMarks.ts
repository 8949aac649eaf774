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

/** How dense one mark is: fainter as the library grows, so that crowds still differ from throngs. */
export function markOpacity(count: number): number {
  return Math.min(0.55, Math.max(0.14, 0.97 - 0.165 * Math.log10(count + 1)));
}

/** The pixels of a round mark with soft edges: their offsets from its middle, and how much of each it covers. */
function stamp(radius: number): { x: number; y: number; coverage: number }[] {
  const reach = Math.ceil(radius + 0.5);
  const side = 2 * reach + 1;
  return Array.from({ length: side * side }, (_, index) => {
    const x = (index % side) - reach;
    const y = Math.floor(index / side) - reach;
    return { x, y, coverage: Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x, y))) };
  }).filter((pixel) => pixel.coverage > 0);
}

/** Marks of one density. */
interface MarkLayer {
  /** Valence and arousal in turn. */
  emotions: Float32Array;
  /** Of one mark's middle, in parts of the ink's. */
  strength: number;
}

/**
 * Draws all marks into RGBA pixels of a square picture in one pass, without a canvas call for each: a
 * hundred thousand marks take some ten milliseconds.
 */
export function splatMarks(
  layers: readonly MarkLayer[],
  side: number,
  mark: { radius: number; ink: MarkInk },
): Uint8ClampedArray<ArrayBuffer> {
  const clear = new Float32Array(side * side).fill(1);
  for (const { emotions, strength } of layers)
    for (const { x, y, coverage } of stamp(mark.radius))
      stampAll({ clear, side }, emotions, { x, y, left: 1 - mark.ink.opacity * strength * coverage });
  return inkPixels(clear, mark.ink);
}

/** One pixel of every mark: how much of the ground it leaves clear. */
function stampAll(
  { clear, side }: { clear: Float32Array; side: number },
  emotions: Float32Array,
  pixel: { x: number; y: number; left: number },
): void {
  for (let index = 0; index < emotions.length; index += 2) {
    const x = Math.min(side - 1, Math.floor(((emotions[index] + 1) / 2) * side)) + pixel.x;
    const y = Math.min(side - 1, Math.floor(((1 - emotions[index + 1]) / 2) * side)) + pixel.y;
    if (x >= 0 && x < side && y >= 0 && y < side) clear[y * side + x] *= pixel.left;
  }
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
