import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnEdits, mappedColumns } from './mappingColumnEdits';

const names = ['time', 'left', 'right'];

describe('columns of a file', () => {
  it('are all used and called as in the file, unless the mapping says more', () => {
    const edits = columnEdits({ columns: null, columnNames: null }, names);
    expect(edits.map(({ isUsed, called }) => [isUsed, called])).toEqual(names.map((name) => [true, name]));
    expect(mappedColumns(edits)).toEqual({ columns: null, columnNames: null });
  });

  it('are told by name or number, each with what it is called', () => {
    const edits = columnEdits({ columns: ['right', '2'], columnNames: ['A1', 'V1'] }, names);
    expect(edits).toEqual([
      { name: 'time', isUsed: false, called: 'time' },
      { name: 'left', isUsed: true, called: 'V1' },
      { name: 'right', isUsed: true, called: 'A1' },
    ]);
    expect(mappedColumns(edits)).toEqual({ columns: ['left', 'right'], columnNames: ['V1', 'A1'] });
  });

  it('come back as they were edited, whatever they are called', () => {
    const edit = fc.record({ name: fc.string({ minLength: 1 }), isUsed: fc.boolean(), called: fc.string() });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const unused = edits.map((each) => (each.isUsed ? each : { ...each, called: each.name }));
        const again = columnEdits(
          mappedColumns(unused),
          unused.map(({ name }) => name),
        );
        expect(again).toEqual(unused);
      }),
      { seed: 3 },
    );
  });
});
