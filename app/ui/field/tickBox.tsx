'use client';

import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Tick } from './tick';
import styles from './tickBox.module.css';

interface TickBoxProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
}

/** Something that is so or not. */
export function TickBox({ isSelected, onChange, children }: TickBoxProps) {
  return (
    <Checkbox className={styles.box} isSelected={isSelected} onChange={onChange}>
      <Tick />
      {children}
    </Checkbox>
  );
}
