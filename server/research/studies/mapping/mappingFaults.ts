import { invalidInput } from '../../../base/invalidInput';
import { mappingRow, type MappingRow } from './mappingRow';

/** What is wrong with one row of a mapping, and at which of its fields. */
export interface MappingFault {
  /** Counted from 0. */
  row: number;
  /** 'input' for what is no row. */
  field: keyof MappingRow | 'input';
  message: string;
}

/** Uses that need somebody, and a piece. */
const needsParticipant: MappingRow['use'][] = ['recording', 'rating', 'confounds'];
const needsStimulus: MappingRow['use'][] = [...needsParticipant, 'feature', 'sound'];

/**
 * All that is wrong with the rows of a mapping, by themselves, against the files that were brought, and against each
 * other: the first fault of each row. Rows that are ignored need nothing but their shape.
 */
export function mappingFaults(rows: readonly unknown[], names: ReadonlySet<string>): MappingFault[] {
  const seen = new Map<string, string>();
  return rows.flatMap((given, row) => {
    const parsed = mappingRow.safeParse(given);
    if (!parsed.success) return [shapeFault(given, row, invalidInput(parsed.error, given).message)];
    if (parsed.data.use === 'ignore') return [];
    const fault = fileFault(parsed.data, names) ?? needFault(parsed.data) ?? columnFault(parsed.data);
    if (fault) return [{ row, ...fault }];
    return twiceFault(parsed.data, seen).map((each) => ({ row, ...each }));
  });
}

type Fault = Omit<MappingFault, 'row'>;

/** As the schema says it, with the file: "invalid shiftSeconds of a.tsv: 99 (…)". */
function shapeFault(given: unknown, row: number, words: string): MappingFault {
  const [, place, rest] = /^invalid ([^:]+): (.*)$/s.exec(words) ?? [];
  const field = (place ?? '').replace(/[.[].*$/s, '') as MappingFault['field'];
  const file = typeof given === 'object' && given !== null && 'file' in given ? String(given.file) : 'a row';
  return { row, field, message: `invalid ${place} of ${file.slice(0, 200)}: ${rest}` };
}

function fileFault({ file, labels, labelNames }: MappingRow, names: ReadonlySet<string>): Fault | null {
  for (const [field, name] of Object.entries({ file, labels, labelNames }))
    if (name !== null && !names.has(name))
      return { field: field as MappingFault['field'], message: `invalid file: ${name} (bring it first)` };
  return null;
}

function needFault({ file, use, participant, stimulus }: MappingRow): Fault | null {
  if (participant === null && needsParticipant.includes(use))
    return { field: 'participant', message: `invalid participant of ${file}: (none) (whose ${use} it is)` };
  if (stimulus === null && needsStimulus.includes(use))
    return { field: 'stimulus', message: `invalid stimulus of ${file}: (none) (the piece that was heard)` };
  return null;
}

function columnFault({ file, columns, columnNames }: MappingRow): Fault | null {
  if (columns?.length === 0)
    return {
      field: 'columns',
      message: `invalid columns of ${file}: (none) (choose one, or ignore the file)`,
    };
  if (columnNames === null) return null;
  const twice = columnNames.find((name, at) => columnNames.indexOf(name) !== at);
  if (twice !== undefined)
    return {
      field: 'columnNames',
      message: `invalid column name of ${file}: ${twice} (two columns have it)`,
    };
  if (columns === null || columns.length === columnNames.length) return null;
  const chosen = `${columns.length} chosen ${columns.length === 1 ? 'column' : 'columns'}`;
  return {
    field: 'columnNames',
    message: `invalid column names of ${file}: ${columnNames.length} (it has ${chosen})`,
  };
}

/** Two rows for one series; `seen` are the files of the series before. */
function twiceFault(row: MappingRow, seen: Map<string, string>): Fault[] {
  // Analyses may be many.
  if (row.use === 'analysis') return [];
  const series = seriesWords(row);
  const before = seen.get(series);
  seen.set(series, before ?? row.file);
  if (before === undefined) return [];
  return [
    { field: 'use', message: `invalid mapping: ${row.file} (${before} is the ${series} too: ignore one)` },
  ];
}

function seriesWords({ use, participant, stimulus, name, columns, file }: MappingRow): string {
  if (use === 'sound') return `sound of ${stimulus}`;
  if (!needsStimulus.includes(use)) return `table of ${use}`;
  // Without a name the columns of each file give theirs, which are compared when they are known.
  const what =
    use === 'rating' || use === 'feature' ? ` ${name ?? `${columns?.join(',') ?? ''} in ${file}`}` : '';
  return `${use}${what} of ${participant ?? 'everybody'}, ${stimulus}`;
}
