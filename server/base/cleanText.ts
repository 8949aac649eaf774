/** Longest text kept of a tag, in characters. */
const longestText = 500;

/** Characters without a shape, but the two joiners that scripts and emoji need. */
const invisible = /(?![\u200c\u200d])\p{Format}/gu;

/**
 * Text from a file as it may be stored and shown: one line, no control characters (Postgres refuses NUL), no
 * broken surrogates, at most 500 characters; null when nothing is left.
 */
export function cleanText(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const line = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Control}\u2028\u2029]/gu, ' ')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line === '' ? null : Array.from(line).slice(0, longestText).join('');
}
