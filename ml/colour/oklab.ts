/** A colour in OKLab (Ottosson 2020): lightness 0..1, and the green-red and blue-yellow axes. */
export interface Oklab {
  lightness: number;
  greenRed: number;
  blueYellow: number;
}

/** Red, green, blue in linear light; a colour is within sRGB when all three are in 0..1. */
export type LinearRgb = readonly [number, number, number];

/** OKLab to linear-light sRGB, with the matrices of Ottosson, "A perceptual color space for image processing". */
export function oklabToLinearRgb({ lightness, greenRed, blueYellow }: Oklab): LinearRgb {
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3;
  const medium = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3;
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** One linear-light component to its sRGB byte (IEC 61966-2-1), clipped to 0..255. */
export function encodeSrgb(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

/** The straight mixture of two colours: 0 gives `from`, 1 gives `to`. */
export function mixOklab(from: Oklab, to: Oklab, share: number): Oklab {
  return {
    lightness: from.lightness + share * (to.lightness - from.lightness),
    greenRed: from.greenRed + share * (to.greenRed - from.greenRed),
    blueYellow: from.blueYellow + share * (to.blueYellow - from.blueYellow),
  };
}
