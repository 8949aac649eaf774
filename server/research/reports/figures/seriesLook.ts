import { markup, Markup, type Markup as MarkupType } from '../markup/markup';

const colours = 6;
/** Told apart in black and white, too. */
const dashes = ['', '6 3', '2 3', '9 3 2 3', '12 4', '1 4'];

/** Colour of the series at a place of a list, as CSS. */
export const seriesColour = (place: number): string => `var(--series-${place % colours})`;

/** Attributes of a line of that series. */
export function seriesStroke(place: number): MarkupType {
  const dash = dashes[place % dashes.length];
  return new Markup(`stroke="${seriesColour(place)}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`);
}

/** What the lines of a figure are called. */
export function seriesKey(names: readonly string[]): MarkupType {
  const items = names.map(
    (name, place) =>
      markup`<li><svg width="28" height="8" aria-hidden="true"><line x1="1" x2="27" y1="4" y2="4" class="series" ${seriesStroke(place)}/></svg>${name}</li>`,
  );
  return markup`<ul class="key">${items}</ul>`;
}
