import { Checkbox } from 'react-aria-components';
import { Tick } from '@/app/ui/field/tick';
import styles from './trackTable.module.css';

/** The box that chooses a row, or in the head all rows that are shown. */
export function ChoiceBox() {
  return (
    <Checkbox slot="selection" className={styles.box}>
      <Tick />
    </Checkbox>
  );
}
