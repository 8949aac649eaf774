import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../base/errors';
import { editList, oneCut, readText } from '../testing/readText.testing';
import { readTimeline } from './readTimeline';

describe('any file', () => {
  const fcpxml = (doctype: string, name = 'x') =>
    `<?xml version="1.0"?>${doctype}<fcpxml version="1.10"><resources/><project name="${name}"/></fcpxml>`;
  const codeOf = (bytes: Uint8Array | string): string => {
    try {
      readTimeline('film.txt', Buffer.from(bytes));
      return 'read';
    } catch (error) {
      return (error as AppError).code;
    }
  };

  it('is refused with its NUL characters', () => {
    expect(() => readText('TITLE: X\n\0\0\n')).toThrow('a NUL character at 9');
    expect(codeOf(Buffer.from('<fcpxml/>', 'utf16le'))).toBe('unreadable');
  });

  it('is refused with entities of its own: other files, or bombs', () => {
    const external = fcpxml('<!DOCTYPE fcpxml [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;');
    const bomb = fcpxml('<!DOCTYPE fcpxml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '&b;');
    const parameter = fcpxml('<!DOCTYPE fcpxml [<!ENTITY % p SYSTEM "http://localhost/x">%p;]>');
    for (const text of [external, bomb, parameter])
      expect(() => readText(text)).toThrow('it declares entities of its own');
    expect(() => readText(fcpxml('', '&x;'))).toThrow('it is no well-formed XML');
    // A document type elsewhere is named and never fetched.
    expect(() => readText(fcpxml('<!DOCTYPE fcpxml SYSTEM "http://localhost/none.dtd">'))).toThrow(
      'it holds no project',
    );
  });

  it('is refused where XML is cut off, nests without end or holds itself', () => {
    expect(() => readText('<fcpxml version="1.10"><resources>')).toThrow('it is no well-formed XML');
    expect(() => readText(`<fcpxml>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</fcpxml>`)).toThrow(
      'elements nest deeper than 200',
    );
    const sequence =
      '<sequence format="f"><spine><ref-clip ref="m" offset="0s" duration="9s"/></spine></sequence>';
    const circle = `<fcpxml version="1.10"><resources><format id="f" frameDuration="1/25s"/><media id="m">${sequence}</media></resources><project>${sequence}</project></fcpxml>`;
    expect(() => readText(circle)).toThrow('a compound clip holds itself?');
  });

  it('is refused where compound clips unfold to millions', () => {
    const level = (n: number) =>
      `<media id="m${n}"><sequence format="f"><spine>${`<ref-clip ref="m${n + 1}" duration="1s"/>`.repeat(20)}</spine></sequence></media>`;
    const levels = Array.from({ length: 12 }, (_, n) => level(n)).join('');
    const text = `<fcpxml version="1.10"><resources><format id="f" frameDuration="1/25s"/>${levels}</resources><project><sequence format="f"><spine><ref-clip ref="m0" duration="1s"/></spine></sequence></project></fcpxml>`;
    expect(() => readText(text)).toThrow('those of compound clips counted');
  });

  it('is refused where times lie beyond any film or share no grid', () => {
    const head =
      '<fcpxml version="1.10"><resources><format id="f" frameDuration="1/25s"/></resources><project>';
    const spine = (clips: string) =>
      readText(`${head}<sequence format="f"><spine>${clips}</spine></sequence></project></fcpxml>`);
    expect(() => spine('<gap offset="99999999999999s" duration="1s"/><title duration="1s"/>')).toThrow(
      'frames is beyond any film',
    );
    const odd = Array.from({ length: 2000 }, (_, i) => `<gap duration="1/${10 ** 15 + i}s"/>`);
    expect(() => spine(odd.join(''))).toThrow('line 1: its times share no grid');
    const sequence =
      '<sequence><rate><timebase>25</timebase></rate><marker><in>999999999999999</in></marker></sequence>';
    expect(() => readText(`<xmeml version="4">${sequence}</xmeml>`)).toThrow('frames is beyond any film');
  });

  it('is refused where it is nothing known, empty, or over 64 MB', () => {
    expect(codeOf('hello, world\n')).toBe('unsupported');
    expect(codeOf('')).toBe('unreadable');
    expect(codeOf('<svg/>')).toBe('unsupported');
    expect(codeOf(Buffer.alloc(2 ** 26 + 1, 32))).toBe('too-large');
  });

  it('keeps the umlauts of UTF-8 and of Windows-1252', () => {
    const list = editList([oneCut, '* FROM CLIP NAME: Dämmerung #2 – Übergang']);
    expect(readText(list).events[0].name).toBe('Dämmerung #2 – Übergang');
    const old = Buffer.from(editList([oneCut, '* FROM CLIP NAME: Dämmerung']), 'latin1');
    expect(readTimeline('old.edl', old).events[0].name).toBe('Dämmerung');
  });
});
