import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChart } from './figures/lineChart';
import { raincloud } from './figures/raincloud';
import { markup } from './markup/markup';
import { reportPage } from './markup/reportPage';
import { decimal, listed, probability, run } from './numbers';
import { numberCell, numeric, text } from './tables/cells';
import { tableCsv } from './tables/tableCsv';
import { tableMarkup } from './tables/tableMarkup';

const hostile = `"><script>alert('1')</script>&<svg onload=x>\u202e\0`;

/** What could open a tag, leave an attribute or be no text at all. */
const signs = ['<', '>', '"', "'", '&', '/', '=', 'a', ' ', '`', '\0', '\u202e', '\ud800', 'é'];

/** Tags and attributes of a text, by the simplest of parsers. */
const tagsOf = (html: string): string[] => Array.from(html.matchAll(/<([a-z][a-z0-9]*)/gi), ([, tag]) => tag);

describe('markup', () => {
  it('escapes whatever is put in, and not what is markup', () => {
    const part = markup`<b title="${hostile}">${hostile}</b>`;
    expect(tagsOf(markup`<p>${part}</p>`.text)).toEqual(['p', 'b']);
    expect(part.text).not.toMatch(/[\0\u202e]/);
  });

  it('never lets a value open a tag or leave its quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (value) => {
        const { text } = markup`<i title="${value}">${value}</i>`;
        expect(tagsOf(text)).toEqual(['i']);
        expect(text.match(/"/g)).toHaveLength(2);
      }),
    );
  });
});

describe('numbers', () => {
  it('are printed as journals do', () => {
    expect([decimal(-0.12345), decimal(-0.0001), decimal(null), decimal(NaN)]).toEqual([
      '−0.123',
      '0.000',
      '–',
      '–',
    ]);
    expect([probability(0.0004), probability(0.0123), probability(null)]).toEqual(['< 0.001', '0.012', '–']);
    expect(run([0, 1, 2, 3])).toBe('0 to 3 in steps of 1');
    expect(run([3, -1, 1])).toBe('3, −1 and 1');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('tables', () => {
  const table = {
    name: 'scores',
    caption: 'Scores',
    columns: [text('region'), numeric('r')],
    rows: [{ cells: ['=cmd()', numberCell(0.123456789)] }, { cells: ['a, "b"', numberCell(null)] }],
  };

  it('are CSV in full precision that no spreadsheet runs', () => {
    expect(tableCsv(table, { simulated: false })).toBe('region,r\n\'=cmd(),0.123456789\n"a, ""b""",\n');
    expect(tableCsv(table, { simulated: true })).toContain(',simulated\n');
  });

  it('have a header for every column and row', () => {
    const html = tableMarkup(table).text;
    expect(html.match(/scope="col"/g)).toHaveLength(2);
    expect(html.match(/scope="row"/g)).toHaveLength(2);
    expect(html).toContain('0.123<');
  });
});

describe('figures', () => {
  it('break a line where there is no value', () => {
    const words = { title: 'Lags', caption: 'c', xLabel: 'lag', yLabel: 'r' };
    const { text: drawn } = lineChart({
      ...words,
      x: [0, 1, 2, 3],
      lines: [{ name: 'a', values: [1, null, 2, 3] }],
    });
    expect(drawn.match(/<path d="([^"]*)"/)![1].match(/M/g)).toHaveLength(2);
    expect(drawn).not.toContain('NaN');
  });

  it('draw a drop for every value, and no NaN of one or of none', () => {
    const groups = [
      { name: hostile, values: [0.1, 0.2, 0.4] },
      { name: 'one', values: [0.3] },
      { name: 'none', values: [] },
    ];
    const { text: drawn } = raincloud({ title: 't', caption: 'c', xLabel: 'z', groups });
    // A drop each, in light and in dark colours.
    expect(drawn.match(/<circle[^>]* r="2.4"/g)).toHaveLength(2 * 4);
    expect(drawn).not.toContain('NaN');
    expect(drawn).not.toContain('<script');
  });
});

describe('a page', () => {
  it('loads nothing and says what is simulated', () => {
    const page = reportPage({ title: hostile, simulated: true, body: [] });
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).toContain('Nobody was scanned');
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });
});
