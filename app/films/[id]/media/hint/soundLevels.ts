/** The power of a sound in steps of equal length, added up piece by piece. */
export class SoundLevels {
  private readonly powers: Float64Array;
  private readonly counts: Float64Array;

  constructor(
    steps: number,
    private readonly stepSeconds: number,
  ) {
    this.powers = new Float64Array(steps);
    this.counts = new Float64Array(steps);
  }

  /** Adds a piece of one channel, -1..1; what lies beside the steps does not count. */
  add(samples: Float32Array, { startSeconds, rateHz }: { startSeconds: number; rateHz: number }): void {
    samples.forEach((value, place) => {
      const step = Math.floor((startSeconds + place / rateHz) / this.stepSeconds);
      if (step < 0 || step >= this.powers.length) return;
      this.powers[step] += value * value;
      this.counts[step] += 1;
    });
  }

  /** The mean power of each step in dB below full scale; -Infinity in silence. */
  decibels(): Float32Array {
    return Float32Array.from(
      this.powers,
      (power, step) => 10 * Math.log10(power / Math.max(1, this.counts[step])),
    );
  }
}
