/** The test signals of reference/signals.py, by the same formulas. */
const rateHz = 16_000;

/** White noise in [-1, 1) from the 32-bit linear congruential generator of Numerical Recipes. */
export function noise(count: number, seed = 1): Float64Array {
  let state = seed;
  return new Float64Array(count).map(() => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** A linear sweep from 50 Hz to 7.9 kHz at half of full scale. */
function chirp(count: number): Float64Array {
  const slope = (7900 - 50) / (count / rateHz);
  return new Float64Array(count).map((_, i) => {
    const seconds = i / rateHz;
    return 0.5 * Math.sin(2 * Math.PI * (50 * seconds + (slope / 2) * seconds ** 2));
  });
}

/** C major with three harmonics a note, decaying, over a quiet floor of noise. */
function chord(count: number): Float64Array {
  return noise(count, 7).map((floor, i) => {
    const seconds = i / rateHz;
    let tones = 0;
    for (const fundamental of [261.63, 329.63, 392])
      for (const harmonic of [1, 2, 3])
        tones += Math.sin(2 * Math.PI * fundamental * harmonic * seconds) / harmonic;
    return 0.15 * Math.exp(-1.5 * seconds) * tones + 0.001 * floor;
  });
}

/** The signals by name, as the single-precision samples that the references were made from. */
export const referenceSignals: Record<string, (count: number) => Float32Array> = {
  chirp: (count) => Float32Array.from(chirp(count)),
  noise: (count) => Float32Array.from(noise(count), (x) => 0.3 * x),
  chord: (count) => Float32Array.from(chord(count)),
};

/** The sound cut into pieces of the given lengths, the rest in one last piece. */
export function inPieces(sound: Float32Array, lengths: readonly number[]): Float32Array[] {
  let start = 0;
  const pieces = lengths.map((length) => sound.subarray(start, (start += length)));
  return [...pieces, sound.subarray(start)];
}
