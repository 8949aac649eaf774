'use client';

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import { Icon } from '@/app/ui/glyph';
import { drawingOfLength } from '@/app/ui/trajectory/curveCsv';
import { plainGrain } from '@/app/ui/trajectory/drawing';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import styles from './curvePanel.module.css';

const mostBytes = 4_000_000;

/** A curve from a file of times, valence and arousal. */
export function CurveFile({ editor }: { editor: TrajectoryEditor }) {
  const [told, setTold] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      if (file.size > mostBytes) throw new RangeError('invalid file: over 4 MB');
      const { grain = plainGrain, value } = editor;
      const drawing = drawingOfLength(await file.text(), {
        durationSeconds: value.durationSeconds ?? 1,
        grain,
      });
      editor.edit(drawing);
      setTold(`${file.name}: ${formatCount(drawing.length, 'key point')}.`);
    } catch (error) {
      setTold(`${file.name} was not read: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <div className={styles.file}>
      <FileTrigger
        acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']}
        onSelect={(files) => void read(files?.[0])}
      >
        <Button kind="quiet" size="small">
          <Icon name="upload" size={14} />
          Read a curve (CSV)
        </Button>
      </FileTrigger>
      <Button
        kind="quiet"
        size="small"
        isDisabled={editor.value.drawing.length === 0}
        onPress={() => {
          editor.edit([]);
          editor.select(null);
        }}
      >
        Clear the curve
      </Button>
      <p role="status">{told}</p>
    </div>
  );
}
