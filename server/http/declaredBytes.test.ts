import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { declaredBytes } from './declaredBytes';

const announced = (length?: string) =>
  declaredBytes({ headers: { 'content-length': length } } as IncomingMessage);

it('is the announced length, where there is one', () => {
  expect([announced('0'), announced('17'), announced()]).toEqual([0, 17, undefined]);
});

it.each(['9007199254740993', '-1', 'many', '1.5'])(
  'was read as a number of bytes by three of four: %s',
  (length) => {
    expect(() => announced(length)).toThrow(`invalid content-length: ${length}`);
  },
);
