'use client';

import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { Icon } from '../glyph';
import { useHydrated } from '../useHydrated';
import styles from './select.module.css';

export interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; name: string }[];
  hideLabel?: boolean;
}

/** One of many, behind a button. */
export function Select<Value extends string>({
  label,
  value,
  onChange,
  options,
  hideLabel,
}: SelectProps<Value>) {
  const isHydrated = useHydrated();
  return (
    <AriaSelect
      isDisabled={!isHydrated}
      className={styles.select}
      value={value}
      onChange={(key) => onChange(key as Value)}
      aria-label={hideLabel ? label : undefined}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <Button className={styles.button}>
        <SelectValue className={styles.value} />
        <Icon name="chevron" size={12} />
      </Button>
      <Popover className={styles.popover}>
        <ListBox className={styles.list}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className={styles.item}>
              {option.name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
