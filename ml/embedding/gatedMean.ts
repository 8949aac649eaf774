/** A window weighs half where it lies 40 dB below the track's mean power, as in the emotion profile. */
const gate = 1e-4;
/** Below it all is silence; a mean power, in whatever unit. */
const leastPower = 1e-12;

interface Step {
  sums: Float64Array;
  power: number;
  count: number;
}

/**
 * The mean of a track's vectors, each weighed by power / (power + 1e-4 * mean power of the track), so that pauses,
 * fades and leading silence count little. The mean power is known only at the end: until then vectors are summed up
 * in steps of one decibel of power, in memory that does not grow with the track's length.
 */
export class GatedMean {
  private readonly steps = new Map<number, Step>();

  add(vector: Float32Array, power: number): void {
    const decibels = Math.floor(10 * Math.log10(Math.max(power, leastPower)));
    const step = this.steps.get(decibels) ?? { sums: new Float64Array(vector.length), power: 0, count: 0 };
    vector.forEach((value, i) => (step.sums[i] += value));
    step.power += Math.max(power, leastPower);
    step.count += 1;
    this.steps.set(decibels, step);
  }

  /** The mean of all that was added. @throws RangeError where that was nothing. */
  finish(): Float32Array {
    const steps = [...this.steps.values()];
    const [total, count] = steps.reduce(([power, n], step) => [power + step.power, n + step.count], [0, 0]);
    if (count === 0) throw new RangeError('invalid track: 0 windows (at least 1)');
    const mean = new Float64Array(steps[0].sums.length);
    let weights = 0;
    for (const step of steps) {
      const power = step.power / step.count;
      const weight = power / (power + gate * (total / count));
      weights += weight * step.count;
      step.sums.forEach((sum, i) => (mean[i] += weight * sum));
    }
    return Float32Array.from(mean, (sum) => sum / weights);
  }
}
