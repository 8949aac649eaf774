import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstWindow, rowsAround, windowRows } from './rowWindow';

const total = 100_000;

it('has about 40 rows there, those in sight among them, wherever one is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: total - 16, noNaN: true }), (above) => {
      const { first, last } = rowsAround({ above, fitting: 16 });
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(above)));
      expect(last).toBeGreaterThanOrEqual(Math.ceil(above + 16));
      expect(last - first).toBeLessThanOrEqual(40);
    }),
  );
});

it('begins with the table, however far it lies below', () => {
  expect(rowsAround({ above: -4, fitting: 16 })).toEqual({ first: 0, last: 24 });
  expect(rowsAround({ above: -40, fitting: 16 })).toEqual({ first: 0, last: 0 });
});

it('finds all rows that are there in two windows', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: total, noNaN: true }),
      fc.integer({ min: 8, max: 28 }),
      (above, fitting) => {
        const range = rowsAround({ above, fitting });
        const window = firstWindow(range);
        expect(window * windowRows).toBeLessThanOrEqual(range.first);
        expect((window + 2) * windowRows).toBeGreaterThanOrEqual(range.last);
      },
    ),
  );
});
