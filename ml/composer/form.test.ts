import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createForm } from './form';

describe('createForm', () => {
  it('is introduction, whole phrases and one bar of ending, whatever the length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60 }), (barCount) => {
        const form = createForm(barCount);
        const shape = form.map(({ section }) => section[0]).join('');
        expect(form).toHaveLength(barCount);
        expect(shape).toMatch(/^i{1,4}(pppp)+e$/);
        const last = form[barCount - 2];
        expect([last.cadence, last.barInPhrase, last.letter]).toEqual(['close', 3, 'A']);
      }),
    );
  });

  it('sings A A B A over four phrases', () => {
    const phrases = createForm(18).filter(
      ({ section, barInPhrase }) => section === 'phrase' && barInPhrase === 0,
    );
    expect(phrases.map(({ letter, cadence }) => `${letter} ${cadence}`)).toEqual([
      'A open',
      'A close',
      'B open',
      'A close',
    ]);
  });
});
