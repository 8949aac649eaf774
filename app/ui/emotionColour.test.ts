import { rgb, lab } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourPerUnit, emotionCss, emotionOklab, emotionRgb, type ColourScheme } from './emotionColour';
import { oklabToLinearRgb } from '@/ml/colour/oklab';

const affect = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc.record({ valence: affect, arousal: affect });
const scheme = fc.constantFrom<ColourScheme>('light', 'dark');

/** CIE 1976 difference by d3's own CIELAB, an independent measure of how far apart two colours look. */
function difference(one: [number, number, number], other: [number, number, number]): number {
  const first = lab(rgb(...one));
  const second = lab(rgb(...other));
  return Math.hypot(first.l - second.l, first.a - second.a, first.b - second.b);
}

function grid(step: number): [number, number][] {
  const side = Array.from({ length: Math.round(2 / step) + 1 }, (_, index) => -1 + index * step);
  return side.flatMap((valence) => side.map((arousal) => [valence, arousal] as [number, number]));
}

describe('emotionColour', () => {
  it('stays within sRGB everywhere in both schemes', () => {
    for (const tone of ['light', 'dark'] as const) {
      for (const [valence, arousal] of grid(0.05)) {
        for (const component of oklabToLinearRgb(emotionOklab(valence, arousal, tone))) {
          expect(component).toBeGreaterThanOrEqual(-1e-4);
          expect(component).toBeLessThanOrEqual(1 + 1e-4);
        }
      }
    }
  });

  it('is an isometry: equal steps of emotion are equal steps of OKLab', () => {
    fc.assert(
      fc.property(fc.tuple(point, point), scheme, ([from, to], tone) => {
        const one = emotionOklab(from.valence, from.arousal, tone);
        const other = emotionOklab(to.valence, to.arousal, tone);
        const seen = Math.hypot(
          one.lightness - other.lightness,
          one.greenRed - other.greenRed,
          one.blueYellow - other.blueYellow,
        );
        expect(seen).toBeCloseTo(
          colourPerUnit * Math.hypot(from.valence - to.valence, from.arousal - to.arousal),
          9,
        );
      }),
    );
  });

  it('keeps neighbours nearly evenly apart by CIELAB too', () => {
    for (const tone of ['light', 'dark'] as const) {
      const steps = grid(0.2)
        .filter(([valence, arousal]) => valence < 0.99 && arousal < 0.99)
        .flatMap(([valence, arousal]) => {
          const here = emotionRgb(valence, arousal, tone);
          return [
            difference(here, emotionRgb(valence + 0.2, arousal, tone)),
            difference(here, emotionRgb(valence, arousal + 0.2, tone)),
          ];
        });
      expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(2.6);
      expect(Math.min(...steps)).toBeGreaterThan(3);
    }
  });

  it('grows lighter with arousal alone and differs between schemes in lightness alone', () => {
    fc.assert(
      fc.property(affect, fc.tuple(affect, affect), scheme, (valence, [low, high], tone) => {
        fc.pre(low < high - 1e-6);
        expect(emotionOklab(valence, high, tone).lightness).toBeGreaterThan(
          emotionOklab(valence, low, tone).lightness,
        );
        const light = emotionOklab(valence, low, 'light');
        const dark = emotionOklab(valence, low, 'dark');
        expect(dark.greenRed).toBe(light.greenRed);
        expect(dark.blueYellow).toBe(light.blueYellow);
        expect(dark.lightness).toBeGreaterThan(light.lightness);
      }),
    );
  });

  it('is grey in the middle, and its four sides have four hues', () => {
    const [red, green, blue] = emotionRgb(0, 0, 'light');
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThanOrEqual(1);
    const pleasant = emotionRgb(1, 0, 'light');
    expect(pleasant[1]).toBeGreaterThan(Math.max(pleasant[0], pleasant[2]));
    const energetic = emotionRgb(0, 1, 'light');
    expect(energetic[0]).toBeGreaterThan(Math.max(energetic[1], energetic[2]));
    const calm = emotionRgb(0, -1, 'light');
    expect(calm[0]).toBeLessThan(Math.min(calm[1], calm[2]));
    const unpleasant = emotionRgb(-1, 0, 'light');
    expect(unpleasant[1]).toBeLessThan(Math.min(unpleasant[0], unpleasant[2]));
  });

  it('leaves the lightness of its CSS form to the scheme', () => {
    expect(emotionCss(0.5, -0.5)).toMatch(/^oklab\(calc\(var\(--emotion-lightness\) \+ -0\.025\) /);
  });
});
