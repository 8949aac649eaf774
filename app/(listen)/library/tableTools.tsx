'use client';

import { Button } from '@/app/ui/button';
import type { ChangeKind } from '@/app/ui/changeKind';
import { SearchInput } from '@/app/ui/field/searchInput';
import { Select } from '@/app/ui/field/select';
import { TickBox } from '@/app/ui/field/tickBox';
import { Icon } from '@/app/ui/glyph';
import { columns, type LibraryState } from './libraryUrl';
import styles from './tableTools.module.css';

const orders = columns.map(({ id, name }) => ({ value: id, name }));

export interface TableToolsProps {
  state: LibraryState;
  onChange: (part: Partial<LibraryState>, kind?: ChangeKind) => void;
}

/** What of the library is shown, and in which order where the columns have no room to be pressed. */
export function TableTools({ state, onChange }: TableToolsProps) {
  const { text, sort, descending, missingOnly } = state;
  return (
    <>
      <div className={styles.search}>
        <SearchInput
          label="Search title, artist, album, genre"
          hideLabel
          placeholder="Title, artist, album, genre"
          value={text}
          onChange={(next) => onChange({ text: next }, 'glide')}
        />
      </div>
      <div className={styles.order}>
        <Select
          label="Sort by"
          hideLabel
          value={sort}
          options={orders}
          onChange={(next) => onChange({ sort: next })}
        />
        <Button
          aria-label={descending ? 'Largest or last first' : 'Smallest or first first'}
          onPress={() => onChange({ descending: !descending })}
        >
          <span className={styles.arrow} data-descending={descending || undefined}>
            <Icon name="chevron" size={14} />
          </span>
        </Button>
      </div>
      <TickBox isSelected={missingOnly} onChange={(next) => onChange({ missingOnly: next })}>
        Only missing files
      </TickBox>
    </>
  );
}
