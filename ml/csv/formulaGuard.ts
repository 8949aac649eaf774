/**
 * What a spreadsheet computes instead of showing it (OWASP, CSV injection): a cell that begins with one of these, also
 * full width, also after blanks. Apostrophes before it are counted in, so that a guarded text reads back as it was.
 */
const formula = /^'*(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
const guarded = /^'+(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Text of a cell that no spreadsheet takes for a formula: an apostrophe goes before what it would. Numbers stay. */
export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text that guardFormula was given. */
export function withoutGuard(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
