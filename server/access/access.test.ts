import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../base/settings';
import { hostName, isLoopback } from './addresses';
import { refuseUnprotectedHost } from './refuseUnprotectedHost';
import { cookieValue, isSession, issueSession, sessionSeconds } from './session';

describe('refuseUnprotectedHost', () => {
  const token = 'sixteen-letters!';

  it('serves loopback freely and other machines only with a token', () => {
    for (const host of ['127.0.0.1', '::1', 'localhost', '127.8.8.8'])
      refuseUnprotectedHost(readSettings({ HOST: host }));
    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.0.0.1.example.org']) {
      expect(() => refuseUnprotectedHost(readSettings({ HOST: host }))).toThrow(`invalid HOST: ${host}`);
      refuseUnprotectedHost(readSettings({ HOST: host, ACCESS_TOKEN: token }));
    }
  });

  it('takes no token that is easily guessed, and never prints it', () => {
    expect(() => readSettings({ ACCESS_TOKEN: 'short' })).toThrow('invalid ACCESS_TOKEN: (hidden)');
  });
});

describe('sessions', () => {
  it('hold until they run out, under the token they were issued with', () => {
    const now = Date.UTC(2026, 0, 1);
    const session = issueSession('one secret', now);
    expect(isSession('one secret', session, now)).toBe(true);
    expect(isSession('another secret', session, now)).toBe(false);
    expect(isSession('one secret', session, now + sessionSeconds * 1000 + 1000)).toBe(false);
  });

  it('cannot be lengthened or made up', () => {
    const [expiry, signature] = issueSession('secret').split('.');
    expect(isSession('secret', `${Number(expiry) + 1}.${signature}`)).toBe(false);
    fc.assert(fc.property(fc.string(), (made) => !isSession('secret', made)));
  });

  it('are found in a Cookie header among others', () => {
    expect(cookieValue('a=1; circumplex_session=x.y; b=2', 'circumplex_session')).toBe('x.y');
    expect(cookieValue(undefined, 'circumplex_session')).toBeUndefined();
  });
});

describe('host names', () => {
  it('are read without their port', () => {
    expect(hostName('127.0.0.1:3000')).toBe('127.0.0.1');
    expect(hostName('[::1]:3000')).toBe('[::1]');
    expect(isLoopback('[::1]')).toBe(true);
    for (const odd of ['', 'a b', 'a:b:c', undefined]) expect(hostName(odd)).toBeUndefined();
  });
});
