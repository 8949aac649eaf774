'use client';

import { Icon } from '@/app/ui/glyph';
import { ChoiceBox } from './choiceBox';
import { columns, type LibraryState, type SortColumn } from './libraryUrl';
import { headRow } from './tableKeys';
import styles from './trackTable.module.css';

interface TrackTableHeadProps {
  state: LibraryState;
  onSort: (column: SortColumn) => void;
  /** Whether none, some or all tracks are chosen. */
  choice: 'none' | 'some' | 'all';
  onChoose: () => void;
  /** Whether the tab key stops here. */
  reachable: boolean;
}

/** The headings, pressed to sort by. */
export function TrackTableHead({ state, onSort, choice, onChoose, reachable }: TrackTableHeadProps) {
  const { sort, descending } = state;
  const tabIndex = reachable ? 0 : -1;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} data-row={headRow} className={styles.headings}>
        <div role="columnheader" className={styles.choice}>
          <ChoiceBox label="Choose all tracks" choice={choice} onChoose={onChoose} tabIndex={tabIndex} />
        </div>
        <div role="columnheader" className={styles.player}>
          <span className="heard">Play</span>
        </div>
        {columns.map(({ id, name }) => {
          const direction = sort !== id ? 'none' : descending ? 'descending' : 'ascending';
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={direction}
              className={`${styles.heading} ${styles[id]}`}
              onClick={() => onSort(id)}
            >
              <button type="button" className={styles.sort} data-part="" tabIndex={tabIndex}>
                {name}
                <Icon name="chevron" size={10} />
              </button>
            </div>
          );
        })}
        <div role="columnheader" className={styles.curve}>
          Curve
        </div>
      </div>
    </div>
  );
}
