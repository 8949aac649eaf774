import { expect } from 'vitest';
import { isAppError } from '../../../base/errors';
import type { DamagedFile } from './damagedFile.testing';

/** What a person is told: "invalid FILE: name (why, and what to do)", in one line of bearable length. */
const plain = /^invalid FILE: [^\n]{1,60} \([^\n]{8,600}\)$/;

/** Expects that reading a damaged file is refused in plain words that name it or its damage; what was said. */
export async function plainRefusal(
  work: Promise<unknown>,
  { place, told }: Pick<DamagedFile, 'place' | 'told'>,
): Promise<string> {
  const fault: unknown = await work.then(
    () => new Error('it was read'),
    (error: unknown) => error,
  );
  if (!isAppError(fault)) throw fault;
  expect(fault.message).toMatch(plain);
  expect(fault.message).toContain(told ?? place.split('/').at(-1)?.replace(/\..*$/, ''));
  expect(fault.message).not.toMatch(/\b(undefined|\[object|at .*:\d+:\d+|Unexpected token|RangeError|ENO)/);
  return fault.message;
}
