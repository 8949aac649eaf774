import { useQuery } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { columnEdits, mappedColumns, type ColumnEdit } from './mappingColumnEdits';
import { MappingField, type ChangeRow, type MappingRow } from './mappingFields';
import styles from './mappingTable.module.css';
import panel from '@/app/ui/study/panel.module.css';

type FileColumns = Answers['studies']['fileColumns'];

interface MappingColumnsProps {
  studyId: number;
  row: MappingRow;
  onChange: ChangeRow;
}

/** The columns of a file: which are used, and what each is called. */
export function MappingColumns({ studyId, row, onChange }: MappingColumnsProps) {
  const trpc = useTRPC();
  const asked = useQuery(
    trpc.studies.fileColumns.queryOptions({ studyId, file: row.file }, { staleTime: Infinity }),
  );
  if (asked.error)
    return (
      <p className={panel.fault} role="alert">
        {asked.error.message}
      </p>
    );
  if (!asked.data) return <p className={panel.note}>Reading its columns</p>;
  const edits = columnEdits(
    row,
    asked.data.columns.map(({ name }) => name),
  );
  const change = (at: number, part: Partial<ColumnEdit>) =>
    onChange(mappedColumns(edits.map((edit, place) => (place === at ? { ...edit, ...part } : edit))));
  return (
    <fieldset className={styles.columns}>
      <legend>{`Columns (${asked.data.format})`}</legend>
      <MappingField field="columns">{() => null}</MappingField>
      <ul>
        {edits.map((edit, at) => (
          <li key={at}>
            <Column edit={edit} facts={asked.data.columns[at]} onChange={(part) => change(at, part)} />
          </li>
        ))}
      </ul>
      <MappingField field="columnNames">{() => null}</MappingField>
    </fieldset>
  );
}

interface ColumnProps {
  edit: ColumnEdit;
  facts: FileColumns['columns'][number];
  onChange: (part: Partial<ColumnEdit>) => void;
}

function Column({ edit: { name, isUsed, called }, facts, onChange }: ColumnProps) {
  return (
    <>
      <label className={styles.tick}>
        <input
          type="checkbox"
          aria-label={`Use column ${name}`}
          checked={isUsed}
          onChange={(event) => onChange({ isUsed: event.target.checked })}
        />
        <span className={styles.columnName}>{name}</span>
      </label>
      <input
        className={styles.input}
        aria-label={`Name of column ${name}`}
        maxLength={200}
        disabled={!isUsed}
        value={called}
        onChange={(event) => onChange({ called: event.target.value })}
      />
      <span className={styles.facts}>{factWords(facts)}</span>
    </>
  );
}

/** "mean 0.12, SD 1.3 V": enough to see which column is which. */
function factWords({ mean, standardDeviation, unit }: FileColumns['columns'][number]): string {
  if (mean === null || standardDeviation === null) return 'no numbers';
  const short = (value: number) => String(Number(value.toPrecision(3))).replace('-', '\u2212');
  return `mean ${short(mean)}, SD ${short(standardDeviation)}${unit === null ? '' : ` ${unit}`}`;
}
