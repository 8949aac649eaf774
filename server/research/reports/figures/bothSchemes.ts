import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import { sceneToSvg } from '@/ml/brain/scene/sceneToSvg';
import type { Figure } from '@/ml/figure/figure';
import { Markup, markup } from '../markup/markup';

const schemes: readonly BrainScheme[] = ['light', 'dark'];

/** A drawing in light and in dark colours, of which the page shows the one that suits, and paper the light one. */
export const bothSchemes = (draw: (scheme: BrainScheme) => Figure): Markup =>
  markup`${schemes.map((scheme) => markup`<div class="map-${scheme}">${new Markup(sceneToSvg(draw(scheme)))}</div>`)}`;
