import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, sortKeyOf } from './foldText';

describe('folded text', () => {
  it.each([
    ['Beyoncé', 'beyonce'],
    ['Beyonce\u0301', 'beyonce'],
    ['DVOŘÁK', 'dvorak'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['Don’t', "don't"],
    ['“Heroes”', '"heroes"'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
    ['ﬁne', 'fine'],
    ['İstanbul ışık', 'istanbul isik'],
    ['Ζορμπάς', 'ζορμπασ'],
    ['Щедрин ё', 'щедрин е'],
    ['Sigur Rós – Ágætis', 'sigur ros - agaetis'],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
    ['100 % _\\', '100 % _\\'],
    ['AC/DC', 'ac/dc'],
  ])('of %s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps letters apart that are not accents of one another', () => {
    expect(foldText('がか')).toBe('がか');
    expect(foldText('한글')).toBe('한글');
    expect(foldText('कि')).not.toBe(foldText('कु'));
  });

  it('is the same however accents are composed, and folding it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a sort key', () => {
  it('orders names as people do', () => {
    const names = [
      'Track 10',
      'zebra',
      'Étude',
      'track 2',
      '"Heroes"',
      'Track 002b',
      'eta',
      'Ångström',
      '…',
      '12',
    ];
    const byKey = (one: string, other: string) => (sortKeyOf(one) < sortKeyOf(other) ? -1 : 1);
    expect(names.sort(byKey)).toEqual([
      ...['…', '12', 'Ångström', 'eta', 'Étude', '"Heroes"', 'track 2', 'Track 002b', 'Track 10', 'zebra'],
    ]);
  });
});
