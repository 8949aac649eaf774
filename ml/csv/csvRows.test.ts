import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow, csvRows } from './csvRows';
import { guardFormula, withoutGuard } from './formulaGuard';

const trouble = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'" ;,x1.e＝') });

describe('CSV', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1 555', `'+1 555`],
    ['-', `'-`],
    ['@SUM(1)', `'@SUM(1)`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    [' =1', `' =1`],
    ['＝1', `'＝1`],
    ['a;=1', '"a;=1"'],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['-0.5', '-0.5'],
    ['+1e-3', '+1e-3'],
    ['01:00:00:00', '01:00:00:00'],
  ])('is not computed by a spreadsheet: %j', (text, cell) => expect(csvRow([text])).toBe(cell));

  it('has numbers, truths and what is missing as they are', () => {
    expect(
      csvRows([
        ['a', 'b'],
        [-0.5, true, null],
      ]),
    ).toBe('a,b\n-0.5,true,\n');
  });

  it('reads back as it was written', () => {
    const table = fc.array(fc.array(trouble, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        const read = csvParseRows(csvRows(rows), (cells) => cells.map(withoutGuard));
        expect(read).toEqual(rows);
      }),
    );
  });

  it('leaves no cell that begins as a formula does, unless it is a number', () => {
    fc.assert(
      fc.property(trouble, (text) => {
        const cell = guardFormula(text);
        expect(/^\s*[=+\-@＝]/.test(cell) && Number.isNaN(Number(cell))).toBe(false);
      }),
    );
  });
});
