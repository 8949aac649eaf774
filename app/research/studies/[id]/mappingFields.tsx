import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react';
import type { Answers } from '@/app/trpc';
import styles from './mappingTable.module.css';

export type MappingRow = Answers['studies']['mapping']['rows'][number];
export type MappingFault = Answers['studies']['mappingFaults'][number];
export type ChangeRow = (part: Partial<MappingRow>) => void;

/** What the server refused of the row that an input belongs to; null for nothing. */
export const RowFault = createContext<MappingFault | null>(null);

interface MappingFieldProps {
  /** The field of a row, at which its fault is told. */
  field: keyof MappingRow;
  children: (input: { className: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode;
}

/** An input of a mapping with what is wrong with it. */
export function MappingField({ field, children }: MappingFieldProps) {
  const id = useId();
  const fault = useContext(RowFault);
  if (fault?.field !== field) return children({ className: styles.input });
  return (
    <>
      {children({ className: styles.input, 'aria-invalid': true, 'aria-describedby': id })}
      <p id={id} className={styles.fault}>
        {fault.message}
      </p>
    </>
  );
}

interface WordsProps {
  row: MappingRow;
  field: 'participant' | 'stimulus' | 'name';
  label: string;
  placeholder: string;
  onChange: ChangeRow;
}

/** A word of a row; nothing where it is empty. */
export function Words({ row, field, label, placeholder, onChange }: WordsProps) {
  return (
    <MappingField field={field}>
      {(input) => (
        <input
          {...input}
          size={10}
          maxLength={200}
          aria-label={label}
          placeholder={placeholder}
          value={row[field] ?? ''}
          onChange={(event) => onChange({ [field]: event.target.value === '' ? null : event.target.value })}
        />
      )}
    </MappingField>
  );
}

interface SecondsProps extends Pick<ComponentProps<'input'>, 'min' | 'max' | 'placeholder'> {
  row: MappingRow;
  field: 'hopSeconds' | 'startSeconds' | 'shiftSeconds';
  label: string;
  /** What stands where nothing is said. */
  none: number | null;
  onChange: ChangeRow;
}

/** A number of seconds; it keeps what is being typed, such as a minus alone. */
export function Seconds({ row, field, label, none, onChange, ...limits }: SecondsProps) {
  return (
    <MappingField field={field}>
      {(input) => (
        <input
          {...input}
          {...limits}
          type="number"
          step="any"
          aria-label={label}
          defaultValue={row[field] ?? ''}
          onChange={({ target: { value } }) => onChange({ [field]: value === '' ? none : Number(value) })}
        />
      )}
    </MappingField>
  );
}
