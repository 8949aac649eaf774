import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './safeReturnPath';

describe('safeReturnPath', () => {
  it('keeps pages of this site with what they show', () => {
    expect(safeReturnPath('/library?q=sea')).toBe('/library?q=sea');
    expect(safeReturnPath(undefined)).toBe('/');
  });

  it('leads nowhere else', () => {
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'http://evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
    ]) {
      expect(new URL(safeReturnPath(next), 'http://site').host).toBe('site');
    }
    fc.assert(
      fc.property(fc.string(), (next) => new URL(safeReturnPath(next), 'http://site').host === 'site'),
    );
  });
});
