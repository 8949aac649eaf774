import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AppError } from '../base/errors';

/**
 * A new password: from a file, from standard input, or, on a terminal, typed twice unseen. Never from an argument, which
 * others on the machine can see. Throws AppError 'invalid'.
 */
export async function askPassword(file: string | undefined): Promise<string> {
  if (file !== undefined) return firstLine(await readFile(file, 'utf8'));
  if (!process.stdin.isTTY) return firstLine(await text(process.stdin));
  const password = await typedUnseen('Password (12 letters or more): ');
  if (password !== (await typedUnseen('Once more: ')))
    throw new AppError('invalid', 'invalid password: (hidden) (it was typed differently the second time)');
  return password;
}

function firstLine(given: string): string {
  const [line] = given.split(/\r?\n/);
  if (line === '') throw new AppError('invalid', 'invalid password: (none) (give it as the first line)');
  return line;
}

async function typedUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_piece, _encoding, done) => done() });
  const typing = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await typing.question('');
  } finally {
    typing.close();
    process.stderr.write('\n');
  }
}
