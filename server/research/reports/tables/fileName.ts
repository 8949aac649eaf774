/** Longest name of a file that is made of others' words. */
const mostLetters = 80;

/** Words as a file may be called: small letters, digits and hyphens; `table` where nothing is left. */
export function fileName(...words: string[]): string {
  const plain = words
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'table' : plain;
}
