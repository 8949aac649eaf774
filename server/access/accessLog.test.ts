import { afterEach, describe, expect, it, vi } from 'vitest';
import { accessLog } from './accessLog';
import { Attempts } from './attempts';
import { requireRole } from './caller';

afterEach(() => vi.restoreAllMocks());

describe('the log of who came in', () => {
  it('tells of wrong secrets by where they came from, and never what was tried', async () => {
    const told = vi.spyOn(accessLog, 'warn').mockImplementation(() => undefined);
    await new Attempts().countFailure('192.0.2.1', 'my password in the wrong field');
    expect(told.mock.calls).toEqual([[{ address: '192.0.2.1', by: 'password' }, 'a wrong secret was given']]);
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
