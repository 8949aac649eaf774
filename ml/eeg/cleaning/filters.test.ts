import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPassTaps, notchTaps } from './firTaps';
import { PolyphaseResampler } from './polyphaseResampler';
import { resamplingRatio } from './resamplingRatio';
import { cleaningReference, expectSome, staged, waveOf } from './testing/cleaningReference.testing';
import { ZeroPhaseFir } from './zeroPhaseFir';

describe('bandPassTaps', () => {
  it.each(cleaningReference.taps)('are MNE’s at $rateHz Hz from $highPassHz to $lowPassHz', (expected) => {
    expectSome(bandPassTaps(expected.rateHz, expected), expected, 1e-14);
  });

  it('refuse edges that are none', () => {
    const taps = (highPassHz: number | null, lowPassHz: number | null) => () =>
      bandPassTaps(100, { highPassHz, lowPassHz });
    expect(taps(1, 50)).toThrow('invalid lowPassHz: 50 (below 50, half the rate)');
    expect(taps(30, 20)).toThrow('invalid highPassHz: 30 (above 0 and below 20)');
    expect(taps(0, null)).toThrow('invalid highPassHz: 0');
    expect(() => notchTaps(100, [50])).toThrow('invalid notchHz: 50');
  });
});

describe('ZeroPhaseFir', () => {
  it.each(cleaningReference.filtered)(
    'filters $samples samples at $rateHz Hz as filter_data does',
    (expected) => {
      const fir = new ZeroPhaseFir(bandPassTaps(expected.rateHz, expected), 1);
      const [output] = staged(fir, [waveOf(expected.samples, 1)], [700]);
      expectSome(output, expected, 1e-10);
    },
  );

  it.each(cleaningReference.notched)('takes $frequencies Hz as notch_filter does', (expected) => {
    const fir = new ZeroPhaseFir(notchTaps(expected.rateHz, expected.frequencies), 1);
    const [output] = staged(fir, [waveOf(3000, 2)], [3000]);
    expectSome(output, expected, 1e-10);
  });

  it('makes the same of a signal however it is cut, and of channels alone or together', () => {
    const taps = bandPassTaps(128, { highPassHz: 4, lowPassHz: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2500 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }),
        (samples, blocks) => {
          const waves = [0, 1, 2].map((channel) => waveOf(samples, channel));
          const together = staged(new ZeroPhaseFir(taps, 3), waves, blocks);
          waves.forEach((wave, channel) => {
            const [alone] = staged(new ZeroPhaseFir(taps, 1), [wave], [samples]);
            expect(together[channel].length).toBe(samples);
            alone.forEach((value, at) => expect(Math.abs(together[channel][at] - value)).toBeLessThan(1e-9));
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('PolyphaseResampler', () => {
  it.each(cleaningReference.resampled)('from $fromHz to $toHz Hz is resample_poly’s', (expected) => {
    const ratio = resamplingRatio(expected.fromHz, expected.toHz);
    expect(ratio).toEqual({ up: expected.up, down: expected.down });
    const [output] = staged(new PolyphaseResampler(ratio, 1), [waveOf(2501, 3)], [333, 10]);
    expectSome(output, expected, 1e-10);
  });

  it('makes the same of a signal however it is cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([100, 128], [512, 128], [500, 128], [250, 200]),
        fc.integer({ min: 1, max: 1500 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }),
        ([fromHz, toHz], samples, blocks) => {
          const ratio = resamplingRatio(fromHz, toHz);
          const [whole] = staged(new PolyphaseResampler(ratio, 1), [waveOf(samples)], [samples]);
          const [cut] = staged(new PolyphaseResampler(ratio, 1), [waveOf(samples)], blocks);
          expect(whole.length).toBe(Math.ceil((samples * ratio.up) / ratio.down));
          expect(cut).toEqual(whole);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('refuses rates whose ratio is of no use', () => {
    expect(() => resamplingRatio(1e8, 128)).toThrow('choose another rate');
    expect(resamplingRatio(249.9999999999, 128)).toEqual({ up: 64, down: 125 });
  });
});
