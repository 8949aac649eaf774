import { encodeSrgb, oklabToLinearRgb, type Oklab } from './oklab';

/** A colour as OKLab's polar form: lightness 0..1, chroma from 0 (grey), hue in degrees. */
export interface Oklch {
  lightness: number;
  chroma: number;
  hueDegrees: number;
}

/** The same colour in OKLab. */
export function oklchToOklab({ lightness, chroma, hueDegrees }: Oklch): Oklab {
  const hue = (hueDegrees * Math.PI) / 180;
  return { lightness, greenRed: chroma * Math.cos(hue), blueYellow: chroma * Math.sin(hue) };
}

/** An OKLab colour as #rrggbb, clipped to sRGB: what every program that opens an SVG file reads. */
export function oklabToHex(colour: Oklab): string {
  const bytes = oklabToLinearRgb(colour).map(encodeSrgb);
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The same for a colour by lightness, chroma and hue in degrees. */
export function oklchHex(lightness: number, chroma: number, hueDegrees: number): string {
  return oklabToHex(oklchToOklab({ lightness, chroma, hueDegrees }));
}
