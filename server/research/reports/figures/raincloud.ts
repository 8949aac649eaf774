import { raincloudFigure, type RaincloudGroup } from '@/ml/figure/raincloudFigure';
import type { Markup } from '../markup/markup';
import { bothSchemes } from './bothSchemes';
import { figure, type FigureWords } from './figure';

/** A cloud, quartiles and a rain of drops for each group. */
interface Raincloud extends FigureWords {
  xLabel: string;
  groups: readonly RaincloudGroup[];
}

/** Every value of each group, their density and quartiles: the same drawing as on the page. */
export function raincloud({ title, caption, ...chart }: Raincloud): Markup {
  const drawing = bothSchemes((scheme) =>
    raincloudFigure({ width: 680, ...chart, scheme, title: `${title}. ${caption}` }),
  );
  return figure(drawing, { title, caption });
}
