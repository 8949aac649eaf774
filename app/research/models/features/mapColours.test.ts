import { lab, rgb } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionOklab } from '@/app/ui/emotionColour';
import { dimensions } from '@/ml/affect/dimension';
import { oklabToLinearRgb, type Oklab } from '@/ml/colour/oklab';
import { colouringOf, mapCss, mapOklab, mapRgb, shareOf } from './mapColours';

const schemes = ['light', 'dark'] as const;
const scales = dimensions.flatMap((dimension) => schemes.map((scheme) => [dimension, scheme] as const));
const steps = Array.from({ length: 21 }, (_, index) => index / 20);

const apart = (one: Oklab, other: Oklab) =>
  Math.hypot(
    one.lightness - other.lightness,
    one.greenRed - other.greenRed,
    one.blueYellow - other.blueYellow,
  );

/** What eyes without green cones, or without red ones, see of linear red, green and blue (Viénot, Brettel, Mollon 1999). */
const missing = {
  green: [
    [0.29275, 0.70725, -0.02234],
    [0.29275, 0.70725, -0.02234],
    [0, 0, 1],
  ],
  red: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
};

/** CIE lightness, and all of d3's own CIELAB, of a colour as such eyes see it. */
function seenBy(cones: number[][], colour: Oklab) {
  const linear = oklabToLinearRgb(colour);
  const [red, green, blue] = cones.map((row) => {
    const light = row.reduce((sum, weight, index) => sum + weight * linear[index], 0);
    return 255 * Math.max(0, light) ** (1 / 2.2);
  });
  return lab(rgb(red, green, blue));
}

describe('the colours of a map', () => {
  it('stay within sRGB in both schemes', () => {
    for (const [dimension, scheme] of scales)
      for (const share of steps)
        for (const component of oklabToLinearRgb(mapOklab(dimension, share, scheme))) {
          expect(component).toBeGreaterThanOrEqual(0);
          expect(component).toBeLessThanOrEqual(1);
        }
  });

  it('go by equal steps, far apart in all and ever lighter, also to eyes that lack a kind of cones', () => {
    for (const [dimension, scheme] of scales) {
      const colours = steps.map((share) => mapOklab(dimension, share, scheme));
      const ways = colours.slice(1).map((colour, index) => apart(colour, colours[index]));
      expect(Math.max(...ways) / Math.min(...ways)).toBeCloseTo(1, 6);
      expect(ways.reduce((sum, way) => sum + way, 0)).toBeGreaterThan(0.35);
      for (const cones of Object.values(missing)) {
        const seen = colours.map((colour) => seenBy(cones, colour));
        seen.slice(1).forEach((colour, index) => expect(colour.l).toBeGreaterThan(seen[index].l));
        const [first, last] = [seen[0], seen[seen.length - 1]];
        expect(Math.hypot(last.l - first.l, last.a - first.a, last.b - first.b)).toBeGreaterThan(25);
      }
    }
  });

  it('begin and end at the hues of the plane', () => {
    const hueOf = ({ greenRed, blueYellow }: Oklab) => Math.atan2(blueYellow, greenRed);
    for (const value of [-1, 1]) {
      const share = (value + 1) / 2;
      expect(hueOf(mapOklab('valence', share, 'light'))).toBeCloseTo(
        hueOf(emotionOklab(value, 0, 'light')),
        6,
      );
      expect(hueOf(mapOklab('arousal', share, 'light'))).toBeCloseTo(
        hueOf(emotionOklab(0, value, 'light')),
        6,
      );
    }
  });

  it('follow the scheme by themselves in style sheets', () => {
    const [light, dark] = schemes.map((scheme) => mapRgb('valence', 0.3, scheme));
    expect(mapCss('valence', 0.3)).toBe(`light-dark(${light}, ${dark})`);
  });
});

describe('colouringOf', () => {
  it('was nearly grey for a library whose values span little: it reaches from end to end of them', () => {
    const emotions = Array.from({ length: 101 }, (_, index) => ({
      valence: 0.3 + index / 1000,
      arousal: -0.4,
    }));
    const colouring = colouringOf(emotions, 'valence');
    expect(colouring.low).toBeCloseTo(0.302, 9);
    expect(colouring.high).toBeCloseTo(0.398, 9);
    expect(shareOf(colouring, 0.35)).toBeCloseTo(0.5, 9);
    expect([0.3, 0.4].map((value) => shareOf(colouring, value))).toEqual([0, 1]);
  });

  it('makes no difference where there is none', () => {
    const colouring = colouringOf([{ valence: 0, arousal: -0.4 }], 'arousal');
    expect(shareOf(colouring, -0.4)).toBeCloseTo(0.5, 9);
    expect(shareOf(colouring, -0.4001)).toBeCloseTo(0.495, 9);
  });

  it('keeps order and lies in 0..1', () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const colouring = colouringOf(
          values.map((valence) => ({ valence, arousal: 0 })),
          'valence',
        );
        const shares = values.toSorted((one, other) => one - other).map((each) => shareOf(colouring, each));
        shares.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(index === 0 ? 0 : shares[index - 1]);
          expect(share).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
