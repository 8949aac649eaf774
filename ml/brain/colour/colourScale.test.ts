import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergingScale, pScale, roundLimit } from './colourScale';
import { divergingColour } from './valueColours';

/** OKLab of #rrggbb by Ottosson's forward matrices: the other way round than the colours were made. */
function oklabOf(hex: string): number[] {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const apart = (one: string, other: string) => {
  const [a, b] = [oklabOf(one), oklabOf(other)];
  return Math.hypot(...a.map((each, axis) => each - b[axis]));
};

describe.each(['light', 'dark'] as const)('the diverging colours on %s', (scheme) => {
  it('are equally far apart for equal steps of value', () => {
    const colours = Array.from({ length: 21 }, (_, step) => divergingColour(-1 + step / 10, scheme));
    const steps = colours.slice(1).map((colour, index) => apart(colours[index], colour));
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.2);
  });

  it('are as far from the middle on one side as on the other', () => {
    const middle = divergingColour(0, scheme);
    const [negative, positive] = [-1, 1].map((end) => apart(divergingColour(end, scheme), middle));
    expect(Math.abs(negative / positive - 1)).toBeLessThan(0.12);
    expect(
      Math.abs(oklabOf(divergingColour(-1, scheme))[0] - oklabOf(divergingColour(1, scheme))[0]),
    ).toBeLessThan(0.02);
  });

  it('tell the sides apart by blue and yellow alone, which the red-green blind see', () => {
    const [negative, positive] = [-1, 1].map((end) => oklabOf(divergingColour(end, scheme))[2]);
    expect(positive - negative).toBeGreaterThan(0.15);
  });
});

describe('roundLimit', () => {
  it('is a round number that no value exceeds, and never twice the largest', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const largest = Math.max(...values.map(Math.abs));
        fc.pre(largest > 1e-9);
        const limit = roundLimit(values);
        expect(limit).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
        expect(limit).toBeLessThanOrEqual(1.5001 * largest);
      }),
    );
    expect(roundLimit([0.213, -0.27, null])).toBe(0.3);
    expect(roundLimit([null, 0])).toBe(1);
  });
});

describe('divergingScale', () => {
  it('colours nothing under its floor, on the bar as in the views', () => {
    const scale = divergingScale({ limit: 0.4, floor: 0.1, scheme: 'light' });
    expect(scale.colourOf(0.09)).toBeNull();
    expect(scale.colourOf(-0.1)).toBe(divergingColour(-0.25, 'light'));
    expect(scale.colourOf(9)).toBe(divergingColour(1, 'light'));
    expect(scale.colourAt(0.5)).toBeNull();
    expect(scale.colourAt(1)).toBe(scale.colourOf(0.4));
    expect(scale.colourOf(NaN)).toBeNull();
  });

  it('names its ends, and its floor where there is room', () => {
    const labels = (floor: number) =>
      divergingScale({ limit: 0.4, floor, scheme: 'light' }).ticks.map(({ label }) => label);
    expect(labels(0)).toEqual(['−0.4', '0', '+0.4']);
    expect(labels(0.1)).toEqual(['−0.4', '−0.1', '+0.1', '+0.4']);
    expect(labels(0.05)).toEqual(['−0.4', '±0.05', '+0.4']);
  });

  it.each([
    [0, 0],
    [-1, 0],
    [NaN, 0],
    [1, -0.1],
    [1, NaN],
  ])('refuses a limit of %s with a floor of %s', (limit, floor) => {
    expect(() => divergingScale({ limit, floor, scheme: 'light' })).toThrow(/^invalid (limit|floor): /);
  });
});

describe('pScale', () => {
  it('grows darker as p grows less, and colours none above its floor', () => {
    const scale = pScale({ floor: 0.05, scheme: 'light' });
    expect(scale.colourOf(0.06)).toBeNull();
    const lightness = [0.05, 0.01, 0.001].map((p) => oklabOf(scale.colourOf(p) ?? '#ffffff')[0]);
    expect(lightness[0]).toBeGreaterThan(lightness[1]);
    expect(lightness[1]).toBeGreaterThan(lightness[2]);
    expect(scale.colourOf(1e-9)).toBe(scale.colourOf(0.001));
    expect(scale.ticks.map(({ label }) => label)).toEqual(['1', '.05', '.01', '.001']);
  });
});
