import type { Answers } from '@/app/trpc';

type MappingRow = Answers['studies']['mapping']['rows'][number];

/** What somebody says of one column of a file. */
export interface ColumnEdit {
  /** As the file calls it. */
  name: string;
  isUsed: boolean;
  /** What it is called in the study: a region, a scale. */
  called: string;
}

/** The columns of a file as a row of its mapping says: those that are used, and what each is called. */
export function columnEdits(
  { columns, columnNames }: Pick<MappingRow, 'columns' | 'columnNames'>,
  names: readonly string[],
): ColumnEdit[] {
  const order = columns?.map((column) => columnAt(column, names)) ?? names.map((_, at) => at);
  return names.map((name, at) => {
    const place = order.indexOf(at);
    return { name, isUsed: place !== -1, called: columnNames?.[place] ?? name };
  });
}

/** Where a column stands that is meant by name, or by number from 1. */
function columnAt(column: string, names: readonly string[]): number {
  const byName = names.indexOf(column);
  return byName === -1 ? Number(column) - 1 : byName;
}

/** The same as a mapping has it: null where all columns are used, and where all are called as in the file. */
export function mappedColumns(edits: readonly ColumnEdit[]): Pick<MappingRow, 'columns' | 'columnNames'> {
  const used = edits.map((edit, at) => ({ ...edit, number: at + 1 })).filter(({ isUsed }) => isUsed);
  const isRenamed = used.some(({ name, called }) => name !== called);
  return {
    columns: used.length === edits.length ? null : used.map(({ number }) => wordOf(edits, number)),
    columnNames: isRenamed ? used.map(({ called }) => called) : null,
  };
}

/** By name, where that means this column and no other. */
function wordOf(edits: readonly ColumnEdit[], number: number): string {
  const { name } = edits[number - 1];
  return edits.findIndex((edit) => edit.name === name) === number - 1 ? name : String(number);
}
