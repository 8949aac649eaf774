'use client';

import type { ReactNode } from 'react';
import { Button } from '../button';
import panel from '../study/panel.module.css';
import styles from './editDeeds.module.css';

interface EditDeedsProps {
  /** On the button that keeps what was typed. */
  keep: string;
  /** What is wrong with it, which must be mended first; null for nothing. */
  fault: string | null;
  /** What the server said against it. */
  refusal: { message: string } | null;
  isPending: boolean;
  onKeep: () => void;
  onLeave: () => void;
  /** What adds a row. */
  children: ReactNode;
}

/** Below a table that is typed into: adds to it, keeps it, or leaves all as it was. */
export function EditDeeds({ keep, fault, refusal, isPending, onKeep, onLeave, children }: EditDeedsProps) {
  const told = fault ?? refusal?.message;
  return (
    <>
      <div className={styles.deeds}>
        {children}
        <Button
          size="small"
          kind="primary"
          isDisabled={fault !== null}
          isPending={isPending}
          onPress={onKeep}
        >
          {keep}
        </Button>
        <Button size="small" kind="quiet" onPress={onLeave}>
          Leave as it was
        </Button>
      </div>
      {told && (
        <p className={panel.fault} role="alert">
          {told}
        </p>
      )}
    </>
  );
}
