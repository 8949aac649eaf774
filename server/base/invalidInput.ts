import type { z } from 'zod';
import { beyondBounds } from './bounds';
import { AppError } from './errors';

/** Longest text of a refused value that is told, in characters. */
const longestValue = 60;
/** The same of its name, which an asker may have made up. */
const longestName = 120;

/**
 * What a schema refused, by its first complaint, as the house says it: "invalid NAME: VALUE (what is accepted)".
 *
 * @param input what the schema was given, out of which the value is told
 */
export function invalidInput({ issues: [issue] }: z.ZodError, input: unknown): AppError {
  const value = issue.path.reduce<unknown>((within, key) => memberOf(within, key), input);
  const reason = issue.message.replace(/^Invalid input: /, '');
  const accepted = reason.charAt(0).toLowerCase() + reason.slice(1);
  return new AppError('invalid', `invalid ${nameOf(issue.path)}: ${shown(value)} (${accepted})`);
}

/** Throws AppError 'invalid' for an input of any shape that holds what the store cannot. */
export function requireStorable(input: unknown): void {
  const beyond = beyondBounds(input);
  if (!beyond) return;
  const value = beyond.path.reduce<unknown>((within, key) => memberOf(within, key), input);
  // What is nested too deeply cannot be written either.
  const told = typeof value === 'object' ? '…' : shown(value);
  throw new AppError('invalid', `invalid ${nameOf(beyond.path)}: ${told} (${beyond.message})`);
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

/** points[3].valence; 'input' for the whole. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return name.slice(0, longestName) || 'input';
}

function shown(value: unknown): string {
  if (value === undefined || value === '') return '(none)';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
