'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, IconButton } from '@/app/ui/button';
import type { FilmBench } from '../project/filmBench';
import styles from './benchHead.module.css';

interface BenchHeadProps {
  bench: FilmBench;
  onHelp: () => void;
  /** How the music stands. */
  children: ReactNode;
}

/** What project this is, whether it is kept, and undo. */
export function BenchHead({ bench, onHelp, children }: BenchHeadProps) {
  const { project, saving, undo, redo } = bench;
  return (
    <header className={styles.head}>
      <p className={styles.up}>
        <Link href="/films">Films</Link>
      </p>
      <h1 className={styles.name}>{project.name}</h1>
      <div className={styles.music}>{children}</div>
      <p className={styles.saving} role="status" data-state={saving.state}>
        {saving.state === 'refused'
          ? `Not saved: ${saving.message}`
          : saving.state === 'saving'
            ? 'Saving…'
            : 'Saved'}
      </p>
      <div className={styles.deeds}>
        <IconButton
          icon="undo"
          size="small"
          preventFocusOnPress
          aria-label="Undo"
          isDisabled={!undo}
          onPress={() => undo?.()}
        />
        <IconButton
          icon="redo"
          size="small"
          preventFocusOnPress
          aria-label="Redo"
          isDisabled={!redo}
          onPress={() => redo?.()}
        />
        <Button size="small" kind="quiet" onPress={onHelp}>
          Keys
        </Button>
      </div>
    </header>
  );
}
