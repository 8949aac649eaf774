'use client';

import { Choice } from '@/app/ui/field/choice';
import { TickBox } from '@/app/ui/field/tickBox';
import type { Study } from '@/app/ui/study/studyAnswers';
import { confoundColumns, motionColumns } from './confoundColumns';
import type { Preprocessing } from './specByKind';
import styles from './specSettings.module.css';

type Confounds = Preprocessing['confounds'];

interface ConfoundInputsProps {
  study: Study;
  wanted: Confounds;
  onChange: (wanted: Confounds) => void;
}

const kinds = [
  { value: 'all', name: 'all' },
  { value: 'some', name: 'these' },
] as const;

/** Whether confounds are regressed out, and which; nothing where the study has none. */
export function ConfoundInputs({ study, wanted, onChange }: ConfoundInputsProps) {
  const columns = confoundColumns(study);
  if (columns.length === 0) return null;
  return (
    <>
      <div className={styles.fields}>
        <TickBox isSelected={wanted !== null} onChange={(is) => onChange(is ? 'all' : null)}>
          Confounds regressed out
        </TickBox>
        {wanted !== null && (
          <Choice
            label="Confounds"
            hideLabel
            value={wanted === 'all' ? 'all' : 'some'}
            options={kinds}
            onChange={(kind) => onChange(kind === 'all' ? kind : motionColumns(columns))}
          />
        )}
      </div>
      {Array.isArray(wanted) && <ColumnTicks columns={columns} wanted={wanted} onChange={onChange} />}
    </>
  );
}

interface ColumnTicksProps {
  columns: readonly string[];
  wanted: readonly string[];
  onChange: (wanted: string[]) => void;
}

function ColumnTicks({ columns, wanted, onChange }: ColumnTicksProps) {
  const take = (name: string, is: boolean) => {
    const next = columns.filter((each) => (each === name ? is : wanted.includes(each)));
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset className={styles.set}>
      <legend>Confounds that every run has</legend>
      <div className={styles.many} tabIndex={0} role="group" aria-label="Confounds that every run has">
        {columns.map((name) => (
          <TickBox key={name} isSelected={wanted.includes(name)} onChange={(is) => take(name, is)}>
            {name}
          </TickBox>
        ))}
      </div>
    </fieldset>
  );
}
