/** Shorter words are too near to others, longer ones too many patterns. */
const [fewestLetters, mostLetters] = [4, 24];

/** A pattern of SQL's `like` for keys that hold a folded word anywhere, its every letter taken as it is. */
export function holdsWord(word: string): string {
  return `%${word.replace(/[\\%_]/gu, '\\$&')}%`;
}

/**
 * A regular expression of Postgres for keys with a whole word that is one typing error away from a folded one: a
 * letter left out, doubled, taken for another, or changed with the next (Damerau 1964). Undefined for what is no word
 * of 4 to 24 letters: an error in a short one, or in a number, makes another.
 */
export function nearWord(word: string): string | undefined {
  const letters = [...word.replace(/[^\p{L}\p{M}\p{N}]/gu, '')];
  if (letters.length < fewestLetters || letters.length > mostLetters) return undefined;
  if (!letters.every((letter) => /[\p{L}\p{M}]/u.test(letter))) return undefined;
  return ` (${[...new Set(mistyped(letters))].join('|')}) `;
}

const anyLetter = '[^ ]';

function mistyped(letters: string[]): string[] {
  const errors = [letters.join('')];
  for (let at = 0; at <= letters.length; at++) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at)];
    const rest = (from: number) => after.slice(from).join('');
    errors.push(before + anyLetter + rest(0));
    if (after.length === 0) break;
    errors.push(before + anyLetter + rest(1), before + rest(1));
    if (after.length > 1) errors.push(before + after[1] + after[0] + rest(2));
  }
  return errors;
}
