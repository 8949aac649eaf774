import { KWeightingKernel, mostSamples } from './kWeightingKernel';

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

/** The energy of two channels after both filters of K-weighting, summed until it is taken. */
export class KWeightedEnergy {
  private readonly kernel: KWeightingKernel;

  constructor(sampleRateHz: number) {
    const { shelf, highPass } = kWeighting(sampleRateHz);
    this.kernel = new KWeightingKernel({ ...shelf, c1: highPass.a1, c2: highPass.a2, minusTwo: highPass.b1 });
  }

  /** Adds samples [from, to) of both channels. */
  add([left, right]: readonly [Float32Array, Float32Array], from: number, to: number): void {
    for (let start = from; start < to; start += mostSamples) {
      const end = Math.min(to, start + mostSamples);
      this.kernel.left.set(left.subarray(start, end));
      this.kernel.right.set(right.subarray(start, end));
      this.kernel.run(end - start);
    }
  }

  /** For each channel, the sum of the squares of everything added since it was last taken. */
  take(): [left: number, right: number] {
    const { state } = this.kernel;
    const [left, right] = state.subarray(-2);
    state.fill(0, -2);
    // In silence the memory decays into numbers below the processor's normal range, which are slow.
    for (let i = 0; i < state.length; i++) if (Math.abs(state[i]) < 1e-30) state[i] = 0;
    return [left, right];
  }
}
