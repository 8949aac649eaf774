import { Tick } from '@/app/ui/field/tick';
import styles from './trackTable.module.css';

interface ChoiceBoxProps {
  label: string;
  choice: 'none' | 'some' | 'all';
  /** Without it, whatever holds the box hears the press. */
  onChoose?: () => void;
  tabIndex: number;
}

/** The box that chooses a row, or in the head all rows. */
export function ChoiceBox({ label, choice, onChoose, tabIndex }: ChoiceBoxProps) {
  return (
    <label
      className={styles.box}
      data-selected={choice === 'all' || undefined}
      data-indeterminate={choice === 'some' || undefined}
    >
      <input
        type="checkbox"
        className="heard"
        aria-label={label}
        data-part=""
        data-deed="choose"
        tabIndex={tabIndex}
        checked={choice === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = choice === 'some';
        }}
        onChange={() => onChoose?.()}
      />
      <Tick />
    </label>
  );
}
