import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pitchClassCount, PitchClasses } from './pitchClasses';
import reference from '../reference/pitchClasses.json';

const rateHz = 16_000;

/** Notes (MIDI numbers) with four harmonics each. */
function chord(notes: readonly number[], { seconds = 1, gain = 0.1, cents = 0 } = {}): Float32Array {
  return Float32Array.from({ length: seconds * rateHz }, (_, i) =>
    notes.reduce((sum, note) => {
      const turns = (440 * 2 ** ((note - 69 + cents / 100) / 12) * 2 * Math.PI * i) / rateHz;
      return sum + [1, 2, 3, 4].reduce((tone, k) => tone + (gain / k) * Math.sin(k * turns), 0);
    }, 0),
  );
}

function classesOf(samples: Float32Array, piece = samples.length, spectra?: number): Float32Array {
  const classes = new PitchClasses(spectra);
  for (let at = 0; at < samples.length; at += piece) classes.push(samples.subarray(at, at + piece));
  return classes.finish();
}

function sumOfRows(classes: Float32Array): number[] {
  const sums = Array<number>(pitchClassCount).fill(0);
  classes.forEach((value, i) => (sums[i % pitchClassCount] += value));
  return sums;
}

/** The three strongest classes of a half second, in order of pitch. */
function strongest(row: Float32Array): number[] {
  return [...row.keys()]
    .sort((a, b) => row[b] - row[a])
    .slice(0, 3)
    .sort((a, b) => a - b);
}

describe('pitch classes', () => {
  it('are those that Python hears in the same chords, by one spectrum a half second and by several', () => {
    const parts = reference.chords.map((notes) => chord(notes, { seconds: reference.secondsEach }));
    const sound = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
    parts.forEach((part, i) => sound.set(part, i * part.length));
    for (const [spectra, rows] of Object.entries(reference.classes)) {
      const found = classesOf(sound, 1000, Number(spectra));
      expect(found).toHaveLength(rows.length * pitchClassCount);
      const wanted = rows.flat();
      found.forEach((value, i) => expect(Math.abs(value - wanted[i])).toBeLessThan(1e-5));
    }
  });

  it('change less with a later start where spectra overlap', () => {
    const notes = Array.from({ length: 24 }, (_, i) => [...chord([48 + ((i * 7) % 36)], { seconds: 0.37 })]);
    const silence = Array<number>(rateHz / 4).fill(0);
    const sound = Float32Array.from([silence, ...notes, silence].flat());
    const change = (spectra: number) => {
      const [plain, later] = [0, 3000].map((start) =>
        sumOfRows(classesOf(sound.subarray(start), 1000, spectra)),
      );
      return plain.reduce((sum, value, i) => sum + Math.abs(value - later[i]), 0);
    };
    expect(change(2)).toBeLessThan(0.6 * change(1));
  });

  it('tell the notes of a triad in any octave, a little out of tune or not, and not their harmonics', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 66 }),
        fc.constantFrom([0, 4, 7], [0, 3, 7]),
        fc.integer({ min: -30, max: 30 }),
        (root, triad, cents) => {
          const notes = triad.map((step) => root + step);
          const row = classesOf(chord(notes, { cents })).slice(0, pitchClassCount);
          expect(strongest(row)).toEqual(notes.map((note) => note % 12).sort((a, b) => a - b));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('hardly change with level', () => {
    const [loud, soft] = [0.2, 0.02].map((gain) => classesOf(chord([60, 64, 67], { gain })));
    loud.forEach((value, i) => expect(Math.abs(value - soft[i])).toBeLessThan(0.03));
  });

  it('are the same however the stream is cut', () => {
    const sound = chord([57, 60, 64], { seconds: 2.3 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sound.length }), (piece) => {
        expect(classesOf(sound, Math.max(50, piece))).toEqual(classesOf(sound));
      }),
      { numRuns: 20 },
    );
  });

  it('have a row for every half second, at least one, of zeros in silence', () => {
    for (const [samples, rows] of [
      [0, 1],
      [100, 1],
      [11_999, 1],
      [12_000, 2],
      [80_001, 10],
    ]) {
      const found = classesOf(new Float32Array(samples), 1000);
      expect(found).toHaveLength(rows * pitchClassCount);
      expect(Math.max(...found)).toBe(0);
    }
  });
});
