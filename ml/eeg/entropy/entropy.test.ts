import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EegSignal, EntropyPlan } from '../eegSignal';
import { whiteNoise } from '../testing/headSignals.testing';
import { hasRealRecording, realRecording } from '../testing/realRecording.testing';
import { differentialEntropy } from './differentialEntropy';
import { defaultBands, entropyPlans } from './entropyPlans';
import { judgeBands, narrowestPassBand } from './judgeBands';
import { stepGrid } from './stepGrid';

const unitVariance = 0.5 * Math.log(2 * Math.PI * Math.E);
const open = { highPassHz: null, lowPassHz: null };
const methods = ['stft', 'filter-bank'] as const;

const signalOf = (signals: readonly ArrayLike<number>[], rateHz = 128): EegSignal => ({
  rateHz,
  channels: signals.map((_, index) => `channel ${index}`),
  samples: signals.map((signal) => Float32Array.from(signal)),
});

const wave = (hertz: number, amplitude: number, seconds = 12): Float64Array =>
  Float64Array.from(
    { length: 128 * seconds },
    (_, at) => amplitude * Math.sin((2 * Math.PI * hertz * at) / 128 + 1),
  );

/** Everything up to half the rate in steps of so many seconds. */
const fullBand = (method: EntropyPlan['method'], seconds: number): EntropyPlan => ({
  bands: [{ name: 'all', fromHz: 0, toHz: 64 }],
  windowSeconds: seconds,
  hopSeconds: seconds,
  stepSeconds: seconds,
  method,
});

const withMethod = (method: EntropyPlan['method']): EntropyPlan => ({ ...entropyPlans.default, method });

describe('differentialEntropy', () => {
  const reference = JSON.parse(readFileSync(new URL('reference/entropy.json', import.meta.url), 'utf8')) as {
    channels: number[];
    windows: number[];
    stft: number[][][][];
    filterBank: number[][][][];
  };

  it.skipIf(!hasRealRecording).each([
    ['stft', reference.stft],
    ['filter-bank', reference.filterBank],
  ] as const)('of a real recording by %s is SciPy’s and MNE’s', (method, expected) => {
    const all = realRecording(32);
    const signal = signalOf(reference.channels.map((channel) => all[channel]));
    const { values, steps, startSeconds } = differentialEntropy(signal, withMethod(method));
    expect(startSeconds.length).toBe(457);
    const width = steps * 3 * 4;
    reference.windows.forEach((window, index) => {
      const made = values.subarray(window * width, (window + 1) * width);
      expected[index].flat(2).forEach((value, at) => expect(Math.abs(made[at] - value)).toBeLessThan(1e-5));
    });
  });

  it.each(methods)('is 1.418939 nats for white noise of variance 1 by %s', (method) => {
    const noise = whiteNoise(128 * 600, 3);
    const square = noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length;
    const signal = signalOf([noise.map((value) => value / Math.sqrt(square))]);
    const [value] = differentialEntropy(signal, fullBand(method, 600)).values;
    expect(unitVariance).toBeCloseTo(1.418939, 6);
    // The spectrum weighs the middle of a step more than its ends, so that its variance is another sample of 1.
    expect(value).toBeCloseTo(unitVariance, method === 'stft' ? 2 : 5);
  });

  it.each(methods)('finds a wave of amplitude A in its band alone, at variance A²/2, by %s', (method) => {
    const { values } = differentialEntropy(signalOf([wave(10, 8)]), withMethod(method));
    const [theta, alpha, beta, gamma] = values.subarray(8, 12);
    expect(alpha).toBeCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 32), 2);
    for (const other of [theta, beta, gamma]) expect(other).toBeLessThan(alpha - 2.5);
  });

  it.each(methods)('grows by ln 2 when the signal doubles, in every band, by %s', (method) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 3 }), (seed, channels) => {
        const noise = Array.from({ length: channels }, (_, index) => whiteNoise(1500, seed + index));
        const [once, twice] = [1, 2].map((factor) =>
          differentialEntropy(
            signalOf(noise.map((each) => each.map((value) => factor * value))),
            withMethod(method),
          ),
        );
        once.values.forEach((value, at) => expect(twice.values[at] - value).toBeCloseTo(Math.log(2), 4));
      }),
      { numRuns: 10 },
    );
  });

  it('adds up: variances of neighbouring bands are that of both together', () => {
    const noise = signalOf([whiteNoise(1280, 5)]);
    const varianceOf = (bands: EntropyPlan['bands']) =>
      [...differentialEntropy(noise, { ...entropyPlans.default, bands }).values.subarray(0, bands.length)]
        .map((value) => Math.exp(2 * (value - unitVariance)))
        .reduce((sum, value) => sum + value, 0);
    const parts = varianceOf([
      { name: 'a', fromHz: 0, toHz: 20 },
      { name: 'b', fromHz: 20, toHz: 64 },
    ]);
    expect(parts).toBeCloseTo(varianceOf([{ name: 'all', fromHz: 0, toHz: 64 }]), 5);
  });

  it('lays out windows, steps, channels and bands, each where the signal has it', () => {
    const loud = wave(10, 1).map((value, at) => value * (at >= 640 && at < 768 ? 50 : 1));
    const signal = signalOf([wave(10, 1), loud, wave(20, 1)]);
    const entropy = differentialEntropy(signal, entropyPlans.published);
    expect(entropy.channels).toEqual(signal.channels);
    expect(entropy.bands).toEqual(['theta', 'alpha', 'beta', 'gamma']);
    expect([...entropy.startSeconds]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const at = ([window, step, channel, band]: readonly number[]) =>
      entropy.values[((window * 3 + step) * 3 + channel) * 4 + band];
    expect(at([3, 2, 1, 1])).toBeGreaterThan(at([3, 1, 1, 1]) + 3);
    expect(at([3, 2, 1, 1])).toBe(at([4, 1, 1, 1]));
    expect(at([0, 0, 2, 2])).toBeGreaterThan(at([0, 0, 0, 2]) + 3);
  });

  it('rejects the windows that a dropped stretch touches, and those in which nothing moves', () => {
    const signal = signalOf([whiteNoise(128 * 20, 4)]);
    const rejected = [{ startSeconds: 15, endSeconds: 16 }];
    const touched = differentialEntropy(signal, entropyPlans.published, { rejected });
    expect([...touched.rejected]).toEqual([...Array<number>(13).fill(0), 1, 1, 1, 0, 0]);
    signal.samples[0].fill(0, 0, 256);
    const empty = differentialEntropy(signal, entropyPlans.published);
    expect([...empty.rejected]).toEqual([1, 1, ...Array<number>(16).fill(0)]);
    expect(empty.values.every(Number.isFinite)).toBe(true);
  });

  it('makes no windows of too short a signal', () => {
    const { startSeconds, values, rejected } = differentialEntropy(
      signalOf([wave(10, 1, 9)]),
      entropyPlans.default,
    );
    expect([startSeconds.length, values.length, rejected.length]).toEqual([0, 0, 0]);
  });

  it('refuses bands that the signal does not hold or the steps do not tell', () => {
    const signal = signalOf([wave(10, 1)]);
    const asked =
      (fromHz: number, toHz: number, plan = entropyPlans.default) =>
      () =>
        differentialEntropy(
          signal,
          { ...plan, bands: [{ name: 'x', fromHz, toHz }] },
          { passed: { highPassHz: 4, lowPassHz: 45 } },
        );
    expect(asked(1, 4)).toThrow('x (1 to 4 Hz) was taken away by a high-pass at 4 Hz');
    expect(asked(45, 60)).toThrow('was taken away by a low-pass at 45 Hz');
    expect(asked(30, 70)).toThrow('ends above 64 Hz, half of 128 samples a second');
    expect(asked(8.2, 8.7)).toThrow('steps of 1 s tell frequencies 1 Hz apart');
    expect(asked(8, 8)).toThrow('invalid band: "x" from 8 to 8 Hz');
    expect(() => differentialEntropy(signal, { ...entropyPlans.default, bands: [] })).toThrow(
      'invalid bands: none',
    );
    expect(() => differentialEntropy(signal, { ...entropyPlans.default, stepSeconds: 3 })).toThrow(
      'invalid windowSeconds: 10',
    );
  });
});

describe('judgeBands', () => {
  it('flags what is held in part, in words', () => {
    const judged = judgeBands([{ name: 'published', fromHz: 4, toHz: 7 }, ...defaultBands], 128, {
      highPassHz: 5,
      lowPassHz: 40,
    });
    expect(judged.map(({ verdict }) => verdict)).toEqual(['partly', 'partly', 'held', 'held', 'partly']);
    expect(judged[4].words).toBe(
      'gamma (30 to 45 Hz) ends above a low-pass at 40 Hz: its upper part is weakened.',
    );
    for (const { verdict } of judgeBands(defaultBands, 128, open)) expect(verdict).toBe('held');
  });

  it('takes the narrowest of all filters and rates', () => {
    const filters = [open, { highPassHz: 0.1, lowPassHz: 100 }, { highPassHz: 4, lowPassHz: null }];
    expect(narrowestPassBand(filters)).toEqual({ highPassHz: 4, lowPassHz: 100 });
    expect(narrowestPassBand([...filters, { ...open, rateHz: 80 }]).lowPassHz).toBe(40);
    expect(narrowestPassBand([])).toEqual(open);
  });
});

describe('stepGrid', () => {
  it('measures each stretch once and places all windows within the signal', () => {
    const grid = stepGrid(entropyPlans.default, 128, 128 * 3600);
    expect(grid.windows).toBe(2 * 3590 + 1);
    expect(grid.starts.length).toBe(2 * 3599 + 1);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (samples, hopSeconds) => {
          const { starts, places, windows, steps, stepSamples } = stepGrid(
            { ...entropyPlans.published, hopSeconds },
            100,
            samples,
          );
          expect(places.length).toBe(windows * steps);
          for (const place of places) expect(starts[place] + stepSamples).toBeLessThanOrEqual(samples);
          for (let at = 1; at < starts.length; at++) expect(starts[at]).toBeGreaterThan(starts[at - 1]);
        },
      ),
    );
  });
});
