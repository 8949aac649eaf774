import { sampleRateHz } from './voice';

/** Samples in one turn of a table; one more at the end repeats the first, for interpolation. */
export const tableLength = 2048;

function tableOf(harmonics: readonly number[]): Float32Array {
  const table = new Float32Array(tableLength + 1);
  harmonics.forEach((amplitude, i) => {
    if (amplitude === 0) return;
    for (let j = 0; j <= tableLength; j++) table[j] += amplitude * sine[(j * (i + 1)) % tableLength];
  });
  const peak = table.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return table.map((value) => value / peak);
}

const sine = Float64Array.from({ length: tableLength + 1 }, (_, i) =>
  Math.sin((2 * Math.PI * (i % tableLength)) / tableLength),
);

/** One turn of a sine. */
export const sineTable: Float32Array = Float32Array.from(sine);

const harmonicCounts = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
const highestPartialHz = 0.42 * sampleRateHz;

/** Most harmonics, of the counts kept, that fit below the Nyquist frequency. */
function harmonicsBelowNyquist(frequencyHz: number): number {
  const room = highestPartialHz / frequencyHz;
  return harmonicCounts.findLast((count) => count <= room) ?? 1;
}

const cache = new Map<string, Float32Array>();

function cached(key: string, harmonics: () => number[]): Float32Array {
  let table = cache.get(key);
  if (!table) {
    table = tableOf(harmonics());
    cache.set(key, table);
  }
  return table;
}

/**
 * One turn of a tone whose harmonics fall off as k^-p, without harmonics that would fold over; peak 1.
 *
 * @param brightness 0 (p = 2.4, nearly a sine) to 1 (p = 1, a sawtooth), in sixteen steps
 */
export function sawLikeTable(frequencyHz: number, brightness: number): Float32Array {
  const count = harmonicsBelowNyquist(frequencyHz);
  const level = Math.round(Math.max(0, Math.min(1, brightness)) * 15);
  const slope = 2.4 - 1.4 * (level / 15);
  return cached(`saw ${count} ${level}`, () => Array.from({ length: count }, (_, k) => (k + 1) ** -slope));
}

/**
 * One turn of a tone with the given harmonics (the first the fundamental), those that fold over left out; peak 1.
 *
 * @param brilliance by how much every further harmonic is multiplied once more, in steps of a sixteenth of an octave
 */
export function harmonicTable(
  frequencyHz: number,
  harmonics: readonly number[],
  brilliance: number,
): Float32Array {
  const count = Math.min(harmonics.length, harmonicsBelowNyquist(frequencyHz));
  const steps = Math.round(16 * Math.log2(brilliance));
  return cached(`${harmonics.slice(0, count).join(' ')} ${steps}`, () =>
    harmonics.slice(0, count).map((amplitude, k) => amplitude * 2 ** ((steps * k) / 16)),
  );
}
