import { AppError } from '../../base/errors';
import { commonWords } from './commonWords';

/** In letters, by NIST SP 800-63B and OWASP ASVS: long, and of whatever one likes. */
const shortestPassword = 12;
const longestPassword = 128;

/**
 * Refuses passwords that are guessed first. Which letters they are of is left to who chooses them.
 * @throws AppError 'invalid'; the password is not in its words.
 */
export function requireGoodPassword(password: string, name: string): void {
  const fault = faultOf(password, name);
  if (fault) throw new AppError('invalid', `invalid password: (hidden) (${fault})`);
}

function faultOf(password: string, name: string): string | undefined {
  const letters = [...password.normalize('NFKC')];
  if (letters.length < shortestPassword)
    return `too short: it needs at least ${shortestPassword} letters, such as four words of your own`;
  if (letters.length > longestPassword) return `too long: ${longestPassword} letters at most`;
  const plain = letters.join('').toLowerCase();
  if (new Set(plain).size < 5) return 'it repeats the same letters over and over';
  if (isPieceAgain(plain)) return 'it repeats the same few letters over and over';
  if (isRow(plain)) return 'its letters follow each other in the alphabet, in numbers or on the keyboard';
  if (isOfCommonWords(plain, name))
    return 'it is among the first that are guessed: choose words that only you put together';
  return undefined;
}

/**
 * True for a text of words that are in every list of leaked passwords, or of a name, with little else but figures and signs
 * around and within them. Without any such word these may be as good as letters.
 */
export function isOfCommonWords(text: string, name?: string): boolean {
  const plainName = lettersOf(name ?? '');
  const words = (plainName.length >= 3 ? [plainName, ...commonWords] : commonWords).toSorted(
    (one, other) => other.length - one.length,
  );
  const letters = lettersOf(text);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), letters);
  const figures = rest.match(/\d/g)?.length ?? 0;
  return rest !== letters && figures <= mostFigures && new Set(rest.replace(/\d/g, '')).size < 4;
}

/** Figures that are put beside a word: years, dates, rows of keys. */
const mostFigures = 10;

/** In small letters, as everybody types them, without spaces and signs. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** The longest piece that makes no password by being repeated, in letters. */
const longestPiece = 6;

/** True for a short piece that goes on repeating, also where the last time is cut short. */
function isPieceAgain(password: string): boolean {
  const letters = [...password];
  const lengths = Array.from({ length: longestPiece }, (_, i) => i + 1);
  return lengths.some((length) => letters.every((letter, i) => letter === letters[i % length]));
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

/** True where nine of ten steps stay on a letter or go on to the next one of a row, or to the one before. */
function isRow(password: string): boolean {
  const letters = [...password];
  const steps = letters.slice(1).map((letter, i) => [letters[i], letter]);
  const inRows = steps.filter(
    ([one, other]) =>
      one === other || rows.some((row) => row.includes(one + other) || row.includes(other + one)),
  );
  return inRows.length >= 0.9 * steps.length;
}
