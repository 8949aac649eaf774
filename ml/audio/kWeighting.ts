/** A second-order filter: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''. */
interface Biquad {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/**
 * The two filters of K-weighting, ITU-R BS.1770-4 annex 1: a high shelf for the head, then the RLB high-pass.
 *
 * The standard tabulates them at 48 kHz only. These are the bilinear transforms of the analogue filters behind
 * the table, as found by De Man ("Evaluation of implementations of the EBU R128 loudness measurement", AES 145,
 * 2018) and used by libebur128 and pyloudnorm; at 48 kHz they are the table's to within 1e-10.
 */
export function kWeighting(sampleRateHz: number): { shelf: Biquad; highPass: Biquad } {
  return { shelf: highShelf(sampleRateHz), highPass: highPass(sampleRateHz) };
}

function highShelf(sampleRateHz: number): Biquad {
  const gain = 10 ** (3.999843853973347 / 20);
  const bandGain = gain ** 0.4996667741545416;
  const q = 0.7071752369554196;
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRateHz);
  const a0 = 1 + k / q + k * k;
  return {
    b0: (gain + (bandGain * k) / q + k * k) / a0,
    b1: (2 * (k * k - gain)) / a0,
    b2: (gain - (bandGain * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

function highPass(sampleRateHz: number): Biquad {
  const q = 0.5003270373238773;
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRateHz);
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}

/** The energy of one channel after both filters of K-weighting, summed until it is taken. */
export class KWeightedEnergy {
  private readonly shelf: Biquad;
  private readonly highPass: Biquad;
  /** What the two filters remember, in transposed direct form II. */
  private readonly memory = new Float64Array(4);
  private energy = 0;

  constructor(sampleRateHz: number) {
    const { shelf, highPass } = kWeighting(sampleRateHz);
    this.shelf = shelf;
    this.highPass = highPass;
  }

  /** Adds samples [from, to). */
  add(samples: Float32Array, from: number, to: number): void {
    const { memory, shelf, highPass } = this;
    const { b0, b1, b2, a1, a2 } = shelf;
    const { a1: c1, a2: c2 } = highPass;
    let shelf1 = memory[0];
    let shelf2 = memory[1];
    let pass1 = memory[2];
    let pass2 = memory[3];
    let energy = this.energy;
    for (let i = from; i < to; i++) {
      const x = samples[i];
      const shelved = b0 * x + shelf1;
      shelf1 = b1 * x - a1 * shelved + shelf2;
      shelf2 = b2 * x - a2 * shelved;
      const weighted = shelved + pass1;
      pass1 = -2 * shelved - c1 * weighted + pass2;
      pass2 = shelved - c2 * weighted;
      energy += weighted * weighted;
    }
    memory.set([shelf1, shelf2, pass1, pass2]);
    this.energy = energy;
  }

  /** The sum of the squares of everything added since it was last taken. */
  take(): number {
    const { energy, memory } = this;
    this.energy = 0;
    // In silence the memory decays into numbers below the processor's normal range, which are slow.
    for (let i = 0; i < memory.length; i++) if (Math.abs(memory[i]) < 1e-30) memory[i] = 0;
    return energy;
  }
}
