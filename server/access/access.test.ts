import { describe, expect, it } from 'vitest';
import { readSettings } from '../base/settings';
import { hostName, isLoopback } from './addresses';
import { cookieValue } from './cookies';

describe('settings', () => {
  it('take no token that is easily guessed, and never print it', () => {
    expect(() => readSettings({ ACCESS_TOKEN: 'short' })).toThrow('invalid ACCESS_TOKEN: (hidden)');
  });
});

describe('cookies', () => {
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
