/** A bank of triangular filters, each stored as the stretch of bins where it is not zero. */
interface MelFilterbank {
  bands: number;
  /** First bin of each band. */
  firstBin: Int32Array;
  /** Where each band's weights begin in `weights`; one more entry than bands. */
  offsets: Int32Array;
  weights: Float64Array;
}

/** Where Slaney's mel scale turns from linear to logarithmic. */
const cornerHz = 1000;
const hzPerMel = 200 / 3;
const cornerMel = cornerHz / hzPerMel;
/** Above the corner a mel is a factor of 6.4^(1/27). */
const logStep = Math.log(6.4) / 27;

/** Hertz to mel after Slaney's Auditory Toolbox (1998), as `librosa.hz_to_mel(htk=False)`. */
export function hzToMel(hz: number): number {
  return hz < cornerHz ? hz / hzPerMel : cornerMel + Math.log(hz / cornerHz) / logStep;
}

/** Mel to hertz, the inverse of `hzToMel`. */
export function melToHz(mel: number): number {
  return mel < cornerMel ? mel * hzPerMel : cornerHz * Math.exp((mel - cornerMel) * logStep);
}

/** A mel scale and its inverse. */
export interface MelScale {
  toMel: (hz: number) => number;
  toHz: (mel: number) => number;
}

interface MelFilterbankOptions {
  sampleRateHz: number;
  fftSize: number;
  melBands: number;
  lowestHz: number;
  highestHz: number;
}

/**
 * Triangular filters evenly spaced in mel (on Slaney's scale unless another is given), each divided by half its
 * width in hertz so that all have the same area ("slaney" norm): `librosa.filters.mel`, kept sparse, since a bin
 * lies in two bands at most.
 */
export function melFilterbank(
  options: MelFilterbankOptions,
  { toMel, toHz }: MelScale = { toMel: hzToMel, toHz: melToHz },
): MelFilterbank {
  const { sampleRateHz, fftSize, melBands, lowestHz, highestHz } = options;
  const lowestMel = toMel(lowestHz);
  const stepMel = (toMel(highestHz) - lowestMel) / (melBands + 1);
  const edgesHz = Array.from({ length: melBands + 2 }, (_, i) => toHz(lowestMel + i * stepMel));
  const binHz = sampleRateHz / fftSize;
  const lastBin = fftSize / 2;

  const firstBin = new Int32Array(melBands);
  const offsets = new Int32Array(melBands + 1);
  const weights: number[] = [];
  for (let band = 0; band < melBands; band++) {
    const [left, centre, right] = edgesHz.slice(band, band + 3);
    const height = 2 / (right - left);
    firstBin[band] = Math.floor(left / binHz) + 1;
    for (let bin = firstBin[band]; bin <= lastBin && bin * binHz < right; bin++) {
      const hz = bin * binHz;
      weights.push(height * Math.min((hz - left) / (centre - left), (right - hz) / (right - centre)));
    }
    offsets[band + 1] = weights.length;
  }
  return { bands: melBands, firstBin, offsets, weights: Float64Array.from(weights) };
}
