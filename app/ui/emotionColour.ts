import { encodeSrgb, oklabToLinearRgb, type Oklab } from '@/ml/colour/oklab';

/**
 * The colour of an emotion. The square of valence and arousal is laid into OKLab by an isometry: a flat,
 * evenly scaled sheet through grey, turned so that pleasant is green, energetic vermilion, unpleasant violet
 * and calm cyan, and tilted so that energetic is lighter than calm. Equal steps of emotion are therefore
 * equal steps of colour wherever they are taken, and a colour-blind eye still sees arousal as lightness.
 * Light and dark schemes differ in lightness alone; hue and chroma, which name the emotion, stay.
 */
export type ColourScheme = 'light' | 'dark';

/** Distance in OKLab for a step of 1 in valence or arousal; the largest that stays within sRGB in both schemes. */
export const colourPerUnit = 0.105;
const lightnessPerArousal = 0.05;
const pleasantHue = (112 * Math.PI) / 180;
const energeticHue = pleasantHue - Math.PI / 2;
const chromaPerArousal = Math.sqrt(colourPerUnit ** 2 - lightnessPerArousal ** 2);

/** Lightness of the neutral emotion; `--emotion-lightness` in tokens.css says the same to the style sheets. */
const neutralLightness: Record<ColourScheme, number> = { light: 0.63, dark: 0.74 };

/** The colour of valence and arousal (each in [-1, 1]) in OKLab. */
export function emotionOklab(valence: number, arousal: number, scheme: ColourScheme): Oklab {
  const alongValence = colourPerUnit * valence;
  const alongArousal = chromaPerArousal * arousal;
  return {
    lightness: neutralLightness[scheme] + lightnessPerArousal * arousal,
    greenRed: alongValence * Math.cos(pleasantHue) + alongArousal * Math.cos(energeticHue),
    blueYellow: alongValence * Math.sin(pleasantHue) + alongArousal * Math.sin(energeticHue),
  };
}

/** The same as three sRGB bytes, for canvases. */
export function emotionRgb(valence: number, arousal: number, scheme: ColourScheme): [number, number, number] {
  const [red, green, blue] = oklabToLinearRgb(emotionOklab(valence, arousal, scheme));
  return [encodeSrgb(red), encodeSrgb(green), encodeSrgb(blue)];
}

/** The same as a CSS colour that follows the page's scheme by itself. */
export function emotionCss(valence: number, arousal: number): string {
  const { greenRed, blueYellow } = emotionOklab(valence, arousal, 'light');
  const lift = (lightnessPerArousal * arousal).toFixed(3);
  return `oklab(calc(var(--emotion-lightness) + ${lift}) ${greenRed.toFixed(3)} ${blueYellow.toFixed(3)})`;
}
