import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces, noise, referenceSignals } from '../testing/referenceSignals.testing';
import { broadbandEnvelope } from './broadbandEnvelope';
import { CochleaKernel } from './cochleaKernel';
import { Cochleogram, cochlearChannels, type CochleogramOptions } from './cochleogram';
import { characteristicHz, constantQFilters, magnitudeAt } from './constantQFilters';
import reference from './reference/cochleogram.json';
import { plainCochlea, plainExponential } from './testing/plainCochlea.testing';
import { sectionsOf } from './testing/polynomialSections.testing';

const folder = fileURLToPath(new URL('../../../../shared/neuro/nsl/', import.meta.url));
const hasToolbox = existsSync(folder);
if (!hasToolbox) console.warn(`skipped: the filters and rows of the NSL toolbox are not there (${folder})`);

interface Table {
  B: number[][];
  A: number[][];
}
interface MatlabCase {
  nsl_fac: number;
  tc_ms: number;
  row: number;
  expected: number[];
}
interface KnownTone {
  peak_channel0: number;
  max: number;
  sum: number;
}
/** Tones with what the toolbox's description gives for them, scipy's filters in place of MATLAB's. */
const knownTones = (known: Record<string, KnownTone>) =>
  Object.entries(known).flatMap(([name, expected]) => {
    const parts = /^(\d+)Hz_fac(-2|0\.1)$/.exec(name);
    return parts ? [{ name, hz: Number(parts[1]), linear: parts[2] === '-2', ...expected }] : [];
  });
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));

function cochleogramOf(sound: ArrayLike<number>, options?: CochleogramOptions): Float32Array[] {
  const cochleogram = new Cochleogram(options);
  const frames = [...cochleogram.push(sound), ...cochleogram.flush()];
  return Array.from({ length: frames.length / cochlearChannels }, (_, i) =>
    Float32Array.from(frames.slice(i * cochlearChannels, (i + 1) * cochlearChannels)),
  );
}

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [one, other] = [a, b].map((values) => {
    const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    return Array.from(values, (value) => value - mean);
  });
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i], 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

const largest = (values: ArrayLike<number>) => Array.from(values).reduce((most, v) => Math.max(most, v), 0);
const tone = (hz: number, amplitude = Math.SQRT2, samples = 16_000) =>
  Float64Array.from({ length: samples }, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / 16_000));

describe('Cochleogram', () => {
  it.each(reference.cases)(
    'equals scipy on $samples samples of $signal',
    ({ signal, samples, ...expected }) => {
      const rows = cochleogramOf(referenceSignals[signal](samples));
      expect(rows).toHaveLength(expected.count);
      expected.frames.forEach((frame, i) =>
        rows[frame].forEach((value, channel) => expect(value).toBeCloseTo(expected.rows[i][channel], 4)),
      );
      rows.forEach((row, i) =>
        expect(broadbandEnvelope(row, cochlearChannels)[0]).toBeCloseTo(expected.envelope[i], 2),
      );
    },
  );

  it('does not depend on how the stream is cut', () => {
    const sound = referenceSignals.chord(6000);
    const whole = cochleogramOf(sound);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 5 }), (lengths) => {
        const cochleogram = new Cochleogram();
        const pieces = inPieces(sound, lengths).map((piece) => cochleogram.push(piece));
        const frames = [...pieces, cochleogram.flush()].flatMap((piece) => [...piece]);
        expect(frames).toEqual(whole.flatMap((row) => [...row]));
      }),
      { numRuns: 8 },
    );
  });

  it('has a frame for every 8 ms that are begun, and none of nothing', () => {
    expect(cochleogramOf(new Float32Array(0))).toEqual([]);
    expect(cochleogramOf(new Float32Array(1))).toHaveLength(1);
    expect(cochleogramOf(new Float32Array(129))).toHaveLength(2);
  });

  it('peaks for a tone at the channel below whose filter cuts it off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 125 }), (place) => {
        const row = cochleogramOf(tone(characteristicHz(place)), { linear: true })[100];
        const peak = row.indexOf(largest(row));
        expect(Math.abs(peak - place)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 10 },
    );
  });
});

describe('constantQFilters', () => {
  it('have a gain of 1 at their peak and fall off steeply above it', () => {
    constantQFilters(cochlearChannels + 1).forEach((filter, place) => {
      const centre = (2 * Math.PI * characteristicHz(place)) / 16_000;
      const shares = Array.from({ length: 500 }, (_, i) => 0.5 + i / 500);
      const gains = shares.map((share) => magnitudeAt(filter, Math.min(Math.PI, share * centre)));
      expect(largest(gains)).toBeCloseTo(1, 3);
      expect(magnitudeAt(filter, centre)).toBeGreaterThan(0.9);
      expect(magnitudeAt(filter, Math.min(Math.PI, 1.09 * centre))).toBeLessThan(0.35);
    });
  });
});

describe('CochleaKernel', () => {
  it('equals its plain twin to the last bit', () => {
    const sounds = fc.record({
      seed: fc.nat(),
      scale: fc.constantFrom(0, 0.01, 1, 1e3),
      channels: fc.integer({ min: 1, max: 6 }),
      linear: fc.boolean(),
      frames: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(sounds, ({ seed, scale, channels, linear, frames }) => {
        const filters = constantQFilters(129).filter(
          (_, i) => (i + seed) % Math.floor(129 / (channels + 1)) === 0,
        );
        const stages = {
          hairCell: linear ? null : { slope: 10, decay: 0.88 },
          integratorDecay: 0.99,
          frameLength: 128,
        };
        const samples = noise(frames * 128, seed).map((x) => scale * x);
        const kernel = new CochleaKernel(filters, stages);
        kernel.samples.set(samples);
        const found = new Float32Array(frames * kernel.channels);
        kernel.run(samples.length, found);
        expect(found).toEqual(plainCochlea(filters, stages, samples));
      }),
      { numRuns: 60 },
    );
  });

  it('has an exponential that is right to 12 digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(plainExponential(x) / Math.exp(x)).toBeCloseTo(1, 11);
      }),
    );
  });
});

describe.skipIf(!hasToolbox)('beside the NSL toolbox', () => {
  const table = hasToolbox ? (read('cochba.json') as Table) : { B: [], A: [] };
  const filters = table.B.map((numerator, place) => sectionsOf(numerator, table.A[place]));
  const rows = hasToolbox ? (read('wav2aud_matlab_rows.json') as { cases: MatlabCase[] }).cases : [];
  const matlab = rows.filter(({ expected, nsl_fac: factor }) => expected && factor !== -1);
  const tones = hasToolbox
    ? knownTones((read('nsl_known.json') as { res: Record<string, KnownTone> }).res)
    : [];
  const byOptions = ({ nsl_fac: factor, tc_ms: ms }: MatlabCase) => ({
    linear: factor === -2,
    integratorSeconds: ms / 1000,
  });
  const at = (found: Float32Array[], row: number) => found.at(row) ?? new Float32Array(0);

  it.each(matlab)("gives MATLAB's rows by the toolbox's filters, factor $nsl_fac", (wanted) => {
    const found = at(cochleogramOf(tone(800, 1), { ...byOptions(wanted), filters }), wanted.row);
    found.forEach((value, channel) => {
      const off = Math.abs(value - wanted.expected[channel]);
      expect(off).toBeLessThan(wanted.nsl_fac === -2 ? 1e-3 : 6e-5 + 5e-5 * wanted.expected[channel]);
    });
  });

  it.each(tones)("has the toolbox's mean spectrum of a tone: $name", ({ hz, linear, ...expected }) => {
    const rows = cochleogramOf(tone(hz), { filters, linear }).slice(25);
    const means = rows[0].map((_, channel) => rows.reduce((sum, row) => sum + row[channel] / rows.length, 0));
    expect(means.indexOf(largest(means))).toBe(expected.peak_channel0);
    expect(largest(means) / expected.max).toBeCloseTo(1, 4);
    expect(means.reduce((sum, value) => sum + value, 0) / expected.sum).toBeCloseTo(1, 4);
  });

  it.each(matlab)('is near them by its own filters, factor $nsl_fac', (wanted) => {
    const found = at(cochleogramOf(tone(800, 1), byOptions(wanted)), wanted.row);
    const most = largest(wanted.expected);
    found.forEach((value, channel) => {
      expect(Math.abs(value - wanted.expected[channel])).toBeLessThan(0.018 * most);
    });
    expect(correlation(found, wanted.expected)).toBeGreaterThan(0.999);
  });

  it.each(['chord', 'noise'])('has an envelope of %s that goes with theirs', (name) => {
    const bursts = Float32Array.from(referenceSignals[name](8000), (x, i) => 4 * x * (1 + Math.sin(i / 500)));
    const [own, theirs] = [cochleogramOf(bursts), cochleogramOf(bursts, { filters })].map((found) =>
      found.map((row) => broadbandEnvelope(row, cochlearChannels)[0]),
    );
    const changes = (values: number[]) => values.slice(1).map((value, i) => value - values[i]);
    expect(correlation(own, theirs)).toBeGreaterThan(0.998);
    expect(correlation(changes(own), changes(theirs))).toBeGreaterThan(0.99);
  });
});
