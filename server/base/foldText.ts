/** Letters that Unicode does not take apart, as people without them on their keyboard write them. */
const spelledOut: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ς: 'σ' },
  ...{ '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", ʼ: "'", ʻ: "'", '`': "'", '´': "'" },
  ...{ '“': '"', '”': '"', '„': '"', '‟': '"', '″': '"', '«': '"', '»': '"' },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '⁄': '/', '∕': '/' },
};
const anySpelledOut = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'gu');

/** Accents of Latin, Greek and Cyrillic, and the vowel points of Hebrew and Arabic; no marks that make another letter. */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/**
 * A text without what people do not type when they look for it: case, accents however they are composed, full width
 * and ligatures, curly quotes and long dashes (Unicode's NFKD, less its accents, lower case). Two texts that differ
 * only so fold to the same. White space is single and never at the ends.
 */
export function foldText(text: string): string {
  // Before taking apart, for NFKD makes a space and an accent of a lone acute.
  const plain = text.replace(anySpelledOut, (letter) => spelledOut[letter]);
  const bare = plain
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  // Lower case may bring letters to be spelled out, or accents, only now: that of İ is i with a dot.
  const spelled = bare.replace(anySpelledOut, (letter) => spelledOut[letter]).replace(accents, '');
  return spelled.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/**
 * What a name is sorted by, byte by byte: folded, without marks before its first letter or digit, and with numbers
 * widened, so that "Track 2" comes before "Track 10".
 */
export function sortKeyOf(name: string): string {
  const folded = foldText(name);
  const words = folded.replace(/^[^\p{L}\p{N}]+/u, '') || folded;
  return words.replace(/\d+/gu, (digits) => digits.replace(/^0+(?=\d)/u, '').padStart(12, '0'));
}
