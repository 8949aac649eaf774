'use client';

import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { useHydrated } from '../useHydrated';
import { Tick } from './tick';
import styles from './tickBox.module.css';

interface TickBoxProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
}

/** Something that is so or not. */
export function TickBox({ isSelected, onChange, children }: TickBoxProps) {
  const isHydrated = useHydrated();
  return (
    <Checkbox isDisabled={!isHydrated} className={styles.box} isSelected={isSelected} onChange={onChange}>
      <Tick />
      {children}
    </Checkbox>
  );
}
