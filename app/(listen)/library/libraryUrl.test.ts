import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, libraryUrl, type LibraryState } from './libraryUrl';

const states: fc.Arbitrary<LibraryState> = fc.record({
  text: fc.string({ maxLength: 200 }),
  sort: fc.constantFrom(...columns.map(({ id }) => id)),
  descending: fc.boolean(),
  missingOnly: fc.boolean(),
});

describe('libraryUrl', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(libraryUrl.read(libraryUrl.write(state))).toEqual(state);
      }),
    );
  });

  it('reads anything, and a bare address for a fresh page', () => {
    const fresh = { text: '', sort: 'title', descending: false, missingOnly: false };
    expect(libraryUrl.read(new URLSearchParams('sort=-drop&missing=yes'))).toEqual(fresh);
    expect(libraryUrl.write(libraryUrl.read(new URLSearchParams())).toString()).toBe('');
  });
});
