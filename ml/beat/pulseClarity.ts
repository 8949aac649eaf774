/** How far around a predicted beat its onset is looked for, in frames: 16 ms. */
const reachFrames = 1;

/**
 * How clearly a pulse is heard: how much more begins where its neighbours say that a beat is due (halfway between the
 * second beats before and after) than at any time, in the deviations of what begins. That a beat was found where
 * something begins counts nothing: only regular ones do.
 *
 * @param frames - the beats, in frames
 * @param odds - how likely a beat is at each frame
 */
export function pulseClarity(frames: readonly number[], odds: Float64Array): number {
  if (frames.length < 8) return 0;
  const near = odds.map((_, i) =>
    Math.max(...odds.subarray(Math.max(0, i - reachFrames), i + reachFrames + 1)),
  );
  const due = frames.slice(4).map((frame, i) => near[Math.round((frames[i] + frame) / 2)]);
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const usual = mean(near);
  const deviation = Math.sqrt(mean(near.map((value) => (value - usual) ** 2)));
  return deviation > 1e-6 ? (mean(due) - usual) / deviation : 0;
}
