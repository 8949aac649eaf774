import { oklchHex } from '@/ml/colour/oklch';

export type BrainScheme = 'light' | 'dark';

/** The colours of a drawing beside those of its values, as #rrggbb, so that a saved file needs no style sheet. */
export interface BrainTheme {
  surface: string;
  ink: string;
  inkSoft: string;
  /** Fills: cortex, what lies beneath it, and what is seen inside. */
  cortex: string;
  beneath: string;
  inside: string;
  /** Strokes: the contour, deep and shallow sulci, the seam between regions. */
  contour: string;
  edge: string;
  sulcus: string;
  faint: string;
  seam: string;
}

const light: BrainTheme = {
  surface: oklchHex(1, 0, 0),
  ink: oklchHex(0.245, 0.015, 285),
  inkSoft: oklchHex(0.455, 0.013, 285),
  cortex: oklchHex(0.95, 0.004, 95),
  beneath: oklchHex(0.915, 0.005, 95),
  inside: oklchHex(0.985, 0.003, 95),
  contour: oklchHex(0.55, 0.012, 285),
  edge: oklchHex(0.63, 0.01, 285),
  sulcus: oklchHex(0.74, 0.008, 285),
  faint: oklchHex(0.83, 0.007, 285),
  seam: oklchHex(1, 0, 0),
};

const dark: BrainTheme = {
  surface: oklchHex(0.222, 0.009, 285),
  ink: oklchHex(0.945, 0.004, 95),
  inkSoft: oklchHex(0.765, 0.008, 285),
  cortex: oklchHex(0.3, 0.01, 285),
  beneath: oklchHex(0.262, 0.01, 285),
  inside: oklchHex(0.345, 0.01, 285),
  contour: oklchHex(0.62, 0.012, 285),
  edge: oklchHex(0.55, 0.012, 285),
  sulcus: oklchHex(0.46, 0.011, 285),
  faint: oklchHex(0.39, 0.01, 285),
  seam: oklchHex(0.222, 0.009, 285),
};

/** The colours of a drawing on light or on dark paper: the lightness, chroma and hue of the product's own measures. */
export const brainTheme = (scheme: BrainScheme): BrainTheme => (scheme === 'dark' ? dark : light);
