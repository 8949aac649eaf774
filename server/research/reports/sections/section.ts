import { markup, type Markup } from '../markup/markup';

/** A part of the page under a heading; nothing where it has nothing. */
export function section(title: string, parts: readonly (Markup | null)[]): Markup | null {
  const present = parts.filter((part) => part !== null);
  return present.length === 0
    ? null
    : markup`<section><h2>${title}</h2>${present}</section>
`;
}

/** A sentence of its own. */
export const paragraph = (text: string): Markup => markup`<p>${text}</p>
`;

/** Sentences as a list; nothing of none. */
export const bullets = (texts: readonly string[]): Markup | null =>
  texts.length === 0
    ? null
    : markup`<ul>${texts.map((text) => markup`<li>${text}</li>`)}</ul>
`;
