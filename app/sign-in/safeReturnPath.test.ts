import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './safeReturnPath';

/** Where a browser on `base` goes when it is told to go to `path`. */
const originOf = (path: string, base: string) => new URL(path, base).origin;

describe('safeReturnPath', () => {
  it('keeps pages of this site with what they show', () => {
    expect(safeReturnPath('/library?q=sea')).toBe('/library?q=sea');
    expect(safeReturnPath('/tracks/../library')).toBe('/library');
    expect(safeReturnPath(undefined)).toBe('/');
    expect(safeReturnPath(['/library', '/films'])).toBe('/');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'http://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '///evil.example',
    'http://[',
    '//[',
  ])('leads nowhere else: %j', (next) => expect(safeReturnPath(next)).toBe('/'));

  it.each([
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example/x',
    '/%2e%2e//evil.example',
    '/..\\\\evil',
  ])('left for another host where only the parsed path began with two slashes: %j', (next) =>
    expect(safeReturnPath(next)).toBe('/'),
  );

  it('gives nothing that a browser takes for another site, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      '[',
      'evil',
      '?',
      '#',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
    );
    const bases = fc.constantFrom('http://127.0.0.1:3000', 'https://music.example');
    fc.assert(
      fc.property(
        texts,
        bases,
        (next, base) => originOf(safeReturnPath(next), base) === new URL(base).origin,
      ),
      { numRuns: 5000 },
    );
  });
});
