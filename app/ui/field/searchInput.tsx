'use client';

import { Button, Input, Label, SearchField } from 'react-aria-components';
import { Icon } from '../glyph';
import styles from './field.module.css';

export interface SearchInputProps {
  label: string;
  value: string;
  /** Told at every letter. */
  onChange: (value: string) => void;
  placeholder?: string;
  hideLabel?: boolean;
}

/** Words to look for; Escape empties it. */
export function SearchInput({ label, value, onChange, placeholder, hideLabel }: SearchInputProps) {
  return (
    <SearchField
      className={styles.field}
      value={value}
      onChange={onChange}
      maxLength={200}
      aria-label={hideLabel ? label : undefined}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <span className={styles.box}>
        <span className={styles.lead}>
          <Icon name="search" size={14} />
        </span>
        <Input className={styles.input} placeholder={placeholder} />
        {value && (
          <Button className={styles.clear} aria-label="Clear">
            <Icon name="close" size={12} />
          </Button>
        )}
      </span>
    </SearchField>
  );
}
