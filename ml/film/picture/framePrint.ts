/** The size at which frames are looked at: small enough to be quick, with 16 by 9 blocks of 4 by 4 pixels. */
export const printWidth = 64;
export const printHeight = 36;

const blockSide = 4;
const blocksAcross = printWidth / blockSide;
const blocks = blocksAcross * (printHeight / blockSide);
const lumaBins = 16;
const chromaBins = 8;

/** What of a frame is compared with another: how its colours are spread, and where they are. */
export interface FramePrint {
  /** Shares of the pixels in 16 bins of luma, 8 of blue and 8 of red difference; each of the three sums to 1. */
  histogram: Float32Array;
  /** The mean luma, then both colour differences, of each block, row by row; 0..1. */
  blocks: Float32Array;
}

/**
 * The print of a frame. A pixel between the middles of two bins counts in both by its nearness, so that a slow change of
 * light is a slow change of the histogram.
 *
 * @param rgba 64 x 36 pixels, row by row
 * @throws RangeError for another number of pixels
 */
export function framePrint(rgba: ArrayLike<number>): FramePrint {
  const pixels = printWidth * printHeight;
  if (rgba.length !== 4 * pixels) {
    throw new RangeError(
      `invalid rgba: ${rgba.length} values (${4 * pixels}: ${printWidth} x ${printHeight} pixels)`,
    );
  }
  const histogram = new Float32Array(lumaBins + 2 * chromaBins);
  const means = new Float32Array(3 * blocks);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const [red, green, blue] = [rgba[4 * pixel] / 255, rgba[4 * pixel + 1] / 255, rgba[4 * pixel + 2] / 255];
    // ITU-R BT.601; which of the usual matrices does not matter to a comparison.
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    const blueness = 0.5 + 0.564 * (blue - luma);
    const redness = 0.5 + 0.713 * (red - luma);
    count(histogram, luma, { first: 0, bins: lumaBins });
    count(histogram, blueness, { first: lumaBins, bins: chromaBins });
    count(histogram, redness, { first: lumaBins + chromaBins, bins: chromaBins });
    const [x, y] = [pixel % printWidth, Math.floor(pixel / printWidth)];
    const block = Math.floor(y / blockSide) * blocksAcross + Math.floor(x / blockSide);
    means[block] += luma;
    means[blocks + block] += blueness;
    means[2 * blocks + block] += redness;
  }
  return {
    histogram: histogram.map((pixelsOfBin) => pixelsOfBin / pixels),
    blocks: means.map((sum) => sum / blockSide ** 2),
  };
}

function count(
  histogram: Float32Array,
  value: number,
  { first, bins }: { first: number; bins: number },
): void {
  const place = Math.min(bins - 1, Math.max(0, value * bins - 0.5));
  const lower = Math.min(bins - 2, Math.floor(place));
  histogram[first + lower] += 1 - (place - lower);
  histogram[first + lower + 1] += place - lower;
}

/** How two frames differ, 0..1 each. */
export interface PrintDifference {
  /** Histograms and blocks together: 0 for the same frame. */
  distance: number;
  /** What moves, apart from the light of the whole picture. */
  motion: number;
}

/** A mean difference of blocks by a fifth of the range is as much as two shots ever have. */
const widestBlocks = 0.2;

/** Compares two prints: half the L1 distance of each histogram, and the mean difference of the blocks. */
export function printDifference(a: FramePrint, b: FramePrint): PrintDifference {
  let spread = 0;
  for (let bin = 0; bin < a.histogram.length; bin++) spread += Math.abs(a.histogram[bin] - b.histogram[bin]);
  let [light, apart] = [0, 0];
  for (let place = 0; place < a.blocks.length; place++) {
    const change = b.blocks[place] - a.blocks[place];
    apart += Math.abs(change);
    if (place < blocks) light += change;
  }
  light /= blocks;
  let moving = 0;
  for (let block = 0; block < blocks; block++) moving += Math.abs(b.blocks[block] - a.blocks[block] - light);
  const histograms = spread / 6;
  const place = Math.min(1, apart / blocks / widestBlocks);
  return { distance: (histograms + place) / 2, motion: Math.min(1, moving / blocks / widestBlocks) };
}
