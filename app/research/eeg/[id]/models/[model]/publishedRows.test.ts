import { describe, expect, it } from 'vitest';
import { publishedTables } from './publishedRows';

const cell = (ours: number | null, published: number) => ({ ours, published });

describe('publishedTables', () => {
  it('has ours beside the published figure, in the layout of the paper', () => {
    const [one, two, three] = publishedTables({
      table1: {
        valence: {
          eeg: { accuracy: cell(55.12, 62.9), aggregatedAccuracy: cell(60, 70.4) },
          music: { accuracy: cell(70, 71.5), aggregatedAccuracy: cell(null, 78.7) },
        },
      },
      table2: { valence: { publishedAp10: { track: cell(10, 19.4), emotion: cell(50, 63.8) } } },
      table3: { publishedMap: { full: { valence: cell(51, 59.1), arousal: cell(52, 67.8) } } },
    });
    expect(one.rows[0].cells).toEqual([
      'valence',
      '55.1 (62.9) – 70.0 (71.5)',
      '60.0 (70.4) – not run (78.7)',
    ]);
    expect(one.rows[1].cells).toEqual(['arousal', 'not run – not run', 'not run – not run']);
    expect(two.rows[0].cells[1]).toBe('10.0 (19.4) – 50.0 (63.8)');
    expect(three.rows.at(-1)?.cells.slice(0, 2)).toEqual(['mAP', '51.0 (59.1) – 52.0 (67.8)']);
    for (const { head, rows } of [one, two, three])
      for (const { cells } of rows) expect(cells).toHaveLength(head.length);
  });
});
