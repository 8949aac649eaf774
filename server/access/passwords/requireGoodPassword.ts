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
  if (isRow(plain)) return 'its letters follow each other in the alphabet, in numbers or on the keyboard';
  const rest = withoutGuessed(plain, name.normalize('NFKC').toLowerCase());
  if (rest.length < 4)
    return 'it is among the first that are guessed: choose words that only you put together';
  return undefined;
}

/** What is left of a password without a name and words that are in every list of leaked passwords, each letter once. */
function withoutGuessed(password: string, name: string): string {
  const words = [name, ...commonWords].filter((word) => word.length >= 3);
  const rest = words
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), password)
    .replace(/[\d\s\p{P}\p{S}]/gu, '');
  return rest === '' ? '' : [...new Set(rest)].join('');
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

/** True where nine of ten steps go on to the next letter of a row, or to the one before. */
function isRow(password: string): boolean {
  const steps = [...password].slice(1).map((letter, i) => password[i] + letter);
  const inRows = steps.filter((step) =>
    rows.some((row) => row.includes(step) || row.includes([...step].toReversed().join(''))),
  );
  return inRows.length >= 0.9 * steps.length;
}
