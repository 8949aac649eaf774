import { memo } from 'react';
import type { Answers } from '@/app/trpc';
import styles from './mappingTable.module.css';

type MappingRow = Answers['studies']['mapping']['rows'][number];

const uses: Record<MappingRow['use'], string> = {
  recording: 'recording of the brain',
  rating: 'rating',
  feature: 'feature of the sound',
  confounds: 'confounds',
  sound: 'sound of a piece',
  participants: 'table of participants',
  stimuli: 'table of pieces',
  targets: 'table of regions',
  analysis: 'analysis, finished elsewhere',
  ignore: 'not used',
};

interface MappingRowInputsProps {
  row: MappingRow;
  onChange: (part: Partial<MappingRow>) => void;
}

/** One file, with plain inputs: there may be hundreds. */
export const MappingRowInputs = memo(function MappingRowInputs({ row, onChange }: MappingRowInputsProps) {
  const { file, use } = row;
  const isOf = use === 'recording' || use === 'rating' || use === 'confounds' || use === 'feature';
  return (
    <tr data-ignored={use === 'ignore' || undefined}>
      <th scope="row" className={styles.file}>
        {file}
      </th>
      <td>
        <select
          className={styles.input}
          aria-label={`What ${file} is`}
          value={use}
          onChange={(event) => onChange({ use: event.target.value as MappingRow['use'] })}
        >
          {Object.entries(uses).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        {isOf && <Text row={row} field="participant" label={`Participant of ${file}`} onChange={onChange} />}
      </td>
      <td>
        {(isOf || use === 'sound') && (
          <Text row={row} field="stimulus" label={`Piece of ${file}`} onChange={onChange} />
        )}
      </td>
      <td>
        {(use === 'rating' || use === 'feature') && (
          <Text row={row} field="name" label={`What ${file} is called`} onChange={onChange} />
        )}
      </td>
      <td>{isOf && <Seconds row={row} onChange={onChange} />}</td>
    </tr>
  );
});

interface TextProps extends MappingRowInputsProps {
  field: 'participant' | 'stimulus' | 'name';
  label: string;
}

function Text({ row, field, label, onChange }: TextProps) {
  return (
    <input
      className={styles.input}
      size={10}
      maxLength={200}
      aria-label={label}
      placeholder={field === 'name' ? 'by its columns' : field === 'participant' ? 'everybody' : 'none'}
      value={row[field] ?? ''}
      onChange={(event) => onChange({ [field]: event.target.value === '' ? null : event.target.value })}
    />
  );
}

function Seconds({ row, onChange }: MappingRowInputsProps) {
  return (
    <input
      className={styles.input}
      type="number"
      step="any"
      min={0}
      style={{ width: '5rem' }}
      aria-label={`Seconds between samples of ${row.file}`}
      placeholder="in file"
      value={row.hopSeconds ?? ''}
      onChange={(event) =>
        onChange({ hopSeconds: event.target.value === '' ? null : Number(event.target.value) })
      }
    />
  );
}
