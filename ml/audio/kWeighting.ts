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

/**
 * The energy of channels after both filters of K-weighting, summed until it is taken. They are filtered two at a
 * time: every step of a filter waits for the one before, and the processor works at one channel while the other's
 * waits.
 */
export class KWeightedEnergy {
  private readonly shelf: Biquad;
  private readonly highPass: Biquad;
  /** What the two filters of each channel remember, in transposed direct form II. */
  private readonly memory: Float64Array;
  private readonly energy: Float64Array;

  constructor(sampleRateHz: number, channels: number) {
    const { shelf, highPass } = kWeighting(sampleRateHz);
    this.shelf = shelf;
    this.highPass = highPass;
    // A channel without a partner is filtered beside itself.
    this.memory = new Float64Array(4 * (channels + 1));
    this.energy = new Float64Array(channels + 1);
  }

  /** Adds samples of all channels, as many of each. */
  add(channels: readonly Float32Array[]): void {
    for (let channel = 0; channel < channels.length; channel += 2)
      this.addTwo(channel, channels[channel], channels[channel + 1] ?? channels[channel]);
  }

  private addTwo(channel: number, left: Float32Array, right: Float32Array): void {
    const { shelf, highPass } = this;
    const { b0, b1, b2, a1, a2 } = shelf;
    const { a1: c1, a2: c2 } = highPass;
    const memory = this.memory.subarray(4 * channel, 4 * channel + 8);
    let [leftShelf1, leftShelf2, leftPass1, leftPass2] = memory;
    let [, , , , rightShelf1, rightShelf2, rightPass1, rightPass2] = memory;
    let leftEnergy = this.energy[channel];
    let rightEnergy = this.energy[channel + 1];
    for (let i = 0; i < left.length; i++) {
      const leftShelved = b0 * left[i] + leftShelf1;
      const rightShelved = b0 * right[i] + rightShelf1;
      leftShelf1 = b1 * left[i] - a1 * leftShelved + leftShelf2;
      rightShelf1 = b1 * right[i] - a1 * rightShelved + rightShelf2;
      leftShelf2 = b2 * left[i] - a2 * leftShelved;
      rightShelf2 = b2 * right[i] - a2 * rightShelved;
      const leftWeighted = leftShelved + leftPass1;
      const rightWeighted = rightShelved + rightPass1;
      leftPass1 = -2 * leftShelved - c1 * leftWeighted + leftPass2;
      rightPass1 = -2 * rightShelved - c1 * rightWeighted + rightPass2;
      leftPass2 = leftShelved - c2 * leftWeighted;
      rightPass2 = rightShelved - c2 * rightWeighted;
      leftEnergy += leftWeighted * leftWeighted;
      rightEnergy += rightWeighted * rightWeighted;
    }
    memory.set([leftShelf1, leftShelf2, leftPass1, leftPass2]);
    memory.set([rightShelf1, rightShelf2, rightPass1, rightPass2], 4);
    this.energy[channel] = leftEnergy;
    this.energy[channel + 1] = rightEnergy;
  }

  /** The sum of the squares of everything added to each channel since it was last taken. */
  take(): Float64Array {
    const { memory } = this;
    // In silence the memory decays into numbers below the processor's normal range, which are slow.
    for (let i = 0; i < memory.length; i++) if (Math.abs(memory[i]) < 1e-30) memory[i] = 0;
    const taken = this.energy.slice(0, -1);
    this.energy.fill(0);
    return taken;
  }
}
