import { markup, type Markup } from '../markup/markup';

/** What is drawn and what it shows: read out instead of it. */
export interface FigureWords {
  title: string;
  caption: string;
}

/** A drawing with its words. */
export function figure(drawing: Markup, { title, caption }: FigureWords): Markup {
  return markup`<figure><h3>${title}</h3>
${drawing}
<figcaption>${caption}</figcaption></figure>
`;
}
