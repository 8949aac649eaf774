/**
 * Means of a layer's channels over bands and over each half second; a frame on the border of two half seconds counts to
 * each by its share.
 *
 * @param layer dims [1, channels, frames] or [1, channels, frames, bands], from the first half second on
 * @returns [halfSeconds, channels]
 */
export function halfSecondMeans(
  { data, dims }: { data: ArrayLike<unknown>; dims: readonly number[] },
  timing: { halfSeconds: number; framesPerHalfSecond: number },
): Float32Array {
  const values = data as Float32Array;
  const [, channels, frames, bands = 1] = dims;
  const sums = new Float64Array(timing.halfSeconds * channels);
  const parts = frameParts(frames, timing);
  for (let channel = 0; channel < channels; channel++)
    for (const { frame, halfSecond, share } of parts) {
      const from = (channel * frames + frame) * bands;
      let sum = 0;
      for (let i = from; i < from + bands; i++) sum += values[i];
      sums[halfSecond * channels + channel] += (share * sum) / bands;
    }
  return Float32Array.from(sums);
}

/** What each frame has of each half second that it lies in, as a share of the half second. */
function frameParts(
  frames: number,
  { halfSeconds, framesPerHalfSecond }: { halfSeconds: number; framesPerHalfSecond: number },
) {
  return Array.from({ length: frames }, (_, frame) => {
    const [from, to] = [frame / framesPerHalfSecond, (frame + 1) / framesPerHalfSecond];
    const first = Math.floor(from);
    const last = Math.min(halfSeconds, Math.ceil(to));
    return Array.from({ length: Math.max(0, last - first) }, (__, place) => ({
      ...{ frame, halfSecond: first + place },
      share: Math.min(to, first + place + 1) - Math.max(from, first + place),
    }));
  }).flat();
}
