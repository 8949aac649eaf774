import { afterEach, describe, expect, it, vi } from 'vitest';
import { accessLog } from './accessLog';
import { Attempts } from './attempts';
import { requireRole } from './caller';

afterEach(() => vi.restoreAllMocks());

describe('the log of who came in', () => {
  it('grew as fast as strangers guessed: it tells of the 1st, 10th and 100th wrong secret of an address', async () => {
    const told = vi.spyOn(accessLog, 'warn').mockImplementation(() => undefined);
    const attempts = new Attempts(() => Promise.resolve());
    for (let guess = 0; guess < 150; guess++) await attempts.holdBack('192.0.2.1', 'anna');
    await attempts.holdBack('192.0.2.2');
    const words = 'a wrong secret was given';
    expect(told.mock.calls).toEqual([
      ...[1, 10, 100].map((failures) => [{ address: '192.0.2.1', by: 'password', failures }, words]),
      [{ address: '192.0.2.2', by: 'token', failures: 1 }, words],
    ]);
  });

  it('tells who asked for what is beyond their role', () => {
    const told = vi.spyOn(accessLog, 'warn').mockImplementation(() => undefined);
    expect(() => requireRole({ personId: 7, role: 'listener' }, 'owner')).toThrow('invalid role: listener');
    requireRole({ personId: 7, role: 'owner' }, 'member');
    expect(told.mock.calls).toEqual([
      [{ person: 7, role: 'listener', least: 'owner' }, 'what is beyond a role was refused'],
    ]);
  });
});
