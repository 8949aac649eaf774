/** Up to here values stay as they are; beyond, the plane's border is approached and never reached. */
const keptTo = 0.5;
/** A middle from which every sample lies this far out has the whole curve at the border. */
const farthest = 4;
const halvings = 50;

/** A value on an axis of the plane, however large: itself up to 0.5, then bent to stay below 1; odd, smooth and rising. */
export function softened(value: number): number {
  const beyond = (Math.abs(value) - keptTo) / (1 - keptTo);
  if (beyond <= 0) return value;
  return Math.sign(value) * (keptTo + ((1 - keptTo) * beyond) / Math.sqrt(1 + beyond * beyond));
}

/**
 * A curve that moves as `movement` does and has its mean at `point` (-1 to 1): the movement is laid about that middle, sought by
 * halving, from which the softened curve has this mean.
 */
export function curveAbout(point: number, movement: Float64Array): Float32Array {
  const meanAbout = (middle: number) => {
    let sum = 0;
    for (const value of movement) sum += softened(middle + value);
    return sum / movement.length;
  };
  const [least, most] = rangeOf(movement);
  let [low, high] = [-farthest - most, farthest - least];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (meanAbout(middle) < point) low = middle;
    else high = middle;
  }
  return Float32Array.from(movement, (value) => softened((low + high) / 2 + value));
}

function rangeOf(values: Float64Array): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
