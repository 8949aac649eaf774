import { markup, type Markup } from '../markup/markup';

/** What is drawn and what it shows: read out instead of it. */
export interface FigureWords {
  title: string;
  caption: string;
}

/** A drawing with its words; `extra` stands between drawing and caption. */
export function figure(
  drawing: Markup,
  { title, caption }: FigureWords,
  extra: Markup | null = null,
): Markup {
  return markup`<figure><h3>${title}</h3>
${drawing}${extra}
<figcaption>${caption}</figcaption></figure>
`;
}

/** An SVG of that size, in its own units, that says what it is. */
export function svg(
  parts: readonly Markup[],
  { width, height, label }: { width: number; height: number; label: string },
): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${parts}</svg>`;
}
