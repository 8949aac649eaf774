import { emotionOklab, type ColourScheme } from '../emotionColour';
import { encodeSrgb, mixOklab, oklabToLinearRgb, type Oklab } from '@/ml/colour/oklab';

/** The surface the field is laid on, the same as `--paper` in tokens.css, and how much of the colour it takes. */
const grounds: Record<ColourScheme, { paper: Oklab; share: number }> = {
  light: { paper: { lightness: 0.982, greenRed: 0, blueYellow: 0.003 }, share: 0.62 },
  dark: { paper: { lightness: 0.185, greenRed: 0.002, blueYellow: -0.008 }, share: 0.52 },
};

/**
 * The plane's field of colour as RGBA pixels, row by row from the most energetic. Mixing with the paper in
 * OKLab keeps the field as even as the colours are.
 */
export function paintField(side: number, scheme: ColourScheme): Uint8ClampedArray<ArrayBuffer> {
  const { paper, share } = grounds[scheme];
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row++) {
    const arousal = 1 - (2 * (row + 0.5)) / side;
    for (let column = 0; column < side; column++) {
      const valence = (2 * (column + 0.5)) / side - 1;
      const [red, green, blue] = oklabToLinearRgb(
        mixOklab(paper, emotionOklab(valence, arousal, scheme), share),
      );
      pixels.set([encodeSrgb(red), encodeSrgb(green), encodeSrgb(blue), 255], (row * side + column) * 4);
    }
  }
  return pixels;
}
