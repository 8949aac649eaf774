'use client';

import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useHydrated } from '../useHydrated';
import styles from './choice.module.css';

export interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; name: string }[];
  hideLabel?: boolean;
}

/** One of a few, all seen at once. */
export function Choice<Value extends string>({
  label,
  value,
  onChange,
  options,
  hideLabel,
}: ChoiceProps<Value>) {
  const isHydrated = useHydrated();
  return (
    <RadioGroup
      isDisabled={!isHydrated}
      className={styles.choice}
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation="horizontal"
      aria-label={hideLabel ? label : undefined}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <div className={styles.options}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.option}>
            {option.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
