'use client';

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import { Icon } from '@/app/ui/glyph';
import { drawingOfCsv } from '@/app/ui/trajectory/curveCsv';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import { longestSeconds } from './drawUrl';
import styles from './exchange.module.css';

const mostBytes = 4_000_000;

/** A drawing in from a file, and out as a link. */
export function Exchange({ editor }: { editor: TrajectoryEditor }) {
  const [told, setTold] = useState('');

  const readFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      if (file.size > mostBytes) throw new RangeError('invalid file: over 4 MB');
      const { drawing, durationSeconds } = drawingOfCsv(await file.text(), longestSeconds);
      editor.edit(drawing, { durationSeconds });
      setTold(`${file.name}: ${drawing.length} key points over ${durationSeconds} s.`);
    } catch (error) {
      setTold(`${file.name} was not read: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setTold('The link is copied; it holds the whole drawing.');
    } catch {
      setTold(
        'The browser did not allow copying: copy the page’s address instead. It holds the whole drawing.',
      );
    }
  };
  return (
    <div className={styles.exchange}>
      <FileTrigger
        acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']}
        onSelect={(files) => void readFile(files?.[0])}
      >
        <Button kind="quiet" size="small">
          <Icon name="upload" size={14} />
          Read a curve (CSV)
        </Button>
      </FileTrigger>
      <Button kind="quiet" size="small" onPress={() => void copyLink()}>
        <Icon name="link" size={14} />
        Copy link
      </Button>
      <p role="status" className={styles.told}>
        {told}
      </p>
    </div>
  );
}
