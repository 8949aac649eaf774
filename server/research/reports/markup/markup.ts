/** Text that is markup already: everything in it that came from outside has been escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template: strings and numbers are escaped, markup is not, nothing is nothing. */
type MarkupValue = Markup | string | number | null | readonly MarkupValue[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls that no document may hold, those that turn the direction of text around, and broken surrogates. */
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** Text as it may stand in an element, or in an attribute between quotation marks. */
function escaped(text: string): string {
  return text.replace(unprintable, '\ufffd').replace(/[&<>"']/g, (sign) => entities[sign]);
}

function textOf(value: MarkupValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escaped(String(value));
}

/** A template of HTML or SVG, of which every value is escaped unless it is markup. */
export function markup(parts: TemplateStringsArray, ...values: MarkupValue[]): Markup {
  return new Markup(
    parts.map((part, place) => part + (place < values.length ? textOf(values[place]) : '')).join(''),
  );
}
