'use client';

import { useState } from 'react';
import { Disclosure } from '@/app/ui/field/disclosure';
import { CurveKey } from './curveKey';
import { Narrowing } from '../narrow/narrowing';
import { CompareSettings } from './compareSettings';
import { DrawMatches } from './drawMatches';
import styles from './drawPage.module.css';
import { DrawTools } from './drawTools';
import { Exchange } from './exchange';
import { KeyPointTable } from './keyPointTable';
import { Lanes } from './lanes';
import { LibrarySpread } from './librarySpread';
import { PathView } from './pathView';
import { shortUnits } from './trajectoryQuery';
import { useDrawing } from './useDrawing';
import { useOverlay } from './useOverlay';
import { useTrajectoryMatches } from './useTrajectoryMatches';

/** Drawing: how should the emotion move? The tracks that move so answer while one draws. */
export function DrawPage() {
  const editor = useDrawing();
  const { state, set } = editor;
  const [selected, select] = useState<number | null>(null);
  const [lit, setLit] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const answer = useTrajectoryMatches(state);
  const find = (trackId: number | null) => answer.data?.matches.find((match) => match.trackId === trackId);
  const shown = find(lit) ?? find(chosen);
  const overlay = useOverlay(shown, answer.data, state);
  const points = { editor, selected, select };

  return (
    <div className={styles.page}>
      <div className={styles.board}>
        <h1>How should the emotion move?</h1>
        <DrawTools points={points} />
        {state.view === 'lanes' ? (
          <Lanes
            points={points}
            overlay={overlay}
            matches={answer.data?.matches ?? []}
            errorUnit={shortUnits[answer.data?.mode ?? 'level']}
          />
        ) : (
          <PathView points={points} overlay={overlay} />
        )}
        <CurveKey match={shown} overlay={overlay} />
        <CompareSettings editor={editor} />
      </div>
      <div className={styles.answers}>
        {state.drawing.length > 0 && <Narrowing state={state} onChange={set} />}
        <DrawMatches
          answer={answer}
          state={state}
          chosen={chosen}
          onLight={setLit}
          onChoose={(trackId) => setChosen(trackId === chosen ? null : trackId)}
        />
      </div>
      <div className={styles.further}>
        <Disclosure title={`Key points as a table (${state.drawing.length})`}>
          <KeyPointTable points={points} />
        </Disclosure>
        <Exchange editor={editor} />
        <LibrarySpread />
      </div>
    </div>
  );
}
