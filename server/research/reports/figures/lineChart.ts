import { lineFigure, type FigureLine } from '@/ml/figure/lineFigure';
import type { Markup } from '../markup/markup';
import { bothSchemes } from './bothSchemes';
import { figure, type FigureWords } from './figure';

/** Lines over one axis. */
interface LineChart extends FigureWords {
  /** Of every line: [points] */
  x: readonly number[];
  xLabel: string;
  yLabel: string;
  lines: readonly FigureLine[];
}

const size = { width: 680, height: 270 };

/** A figure of lines over lags, delays or time: the same drawing as on the page. */
export function lineChart({ title, caption, ...chart }: LineChart): Markup {
  const drawing = bothSchemes((scheme) =>
    lineFigure({ ...size, ...chart, scheme, title: `${title}. ${caption}` }),
  );
  return figure(drawing, { title, caption });
}
