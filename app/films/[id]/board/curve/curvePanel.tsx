'use client';

import type { ReactNode } from 'react';
import { nearestFrame, secondsOf } from '@/ml/timeCode/gridSeconds';
import { Disclosure } from '@/app/ui/field/disclosure';
import { KeyPointTable } from '@/app/ui/trajectory/keyPointTable';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import { TimeCodeField } from '../time/timeCodeField';
import type { Board } from '../useBoard';
import { CurveFile } from './curveFile';
import styles from './curvePanel.module.css';
import { RecordPlane } from './recordPlane';
import type { Recording } from './useRecording';
import { WordSetting } from './wordSetting';

interface CurvePanelProps {
  board: Board;
  editor: TrajectoryEditor;
  recording: Recording;
  /** How often a key of the page led to the words. */
  wordsAsked: number;
  /** What else may become a curve. */
  children?: ReactNode;
}

/** Ways to the curve beside drawing it: words, recording, files, and its key points as a table. */
export function CurvePanel({ board, editor, recording, wordsAsked, children }: CurvePanelProps) {
  const { drawing } = editor.value;
  return (
    <div className={styles.panel}>
      <WordSetting {...{ board, editor }} asked={wordsAsked} />
      <RecordPlane recording={recording} />
      {children}
      <CurveFile editor={editor} />
      <Disclosure title={`Key points as a table (${drawing.length})`}>
        <KeyPointTable editor={editor} time={codeTime(board)} />
      </Disclosure>
    </div>
  );
}

/** Key points by time code. */
function codeTime({ film, lengthSeconds }: Board) {
  return {
    title: 'Time code',
    field: ({ label, t, onChange }: { label: string; t: number; onChange: (t: number) => void }) => (
      <TimeCodeField
        label={label}
        hideLabel
        film={film}
        frame={nearestFrame(t * lengthSeconds, film.rate)}
        onChange={(frame) => onChange(secondsOf(frame, film.rate) / lengthSeconds)}
      />
    ),
  };
}
