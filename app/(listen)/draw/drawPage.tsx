'use client';

import { useRef, useState } from 'react';
import { Disclosure } from '@/app/ui/field/disclosure';
import { Narrowing } from '@/app/ui/narrow/narrowing';
import { itemKey } from '@/app/ui/player/playQueue';
import { CurveKey } from '@/app/ui/trajectory/curveKey';
import { EditTools } from '@/app/ui/trajectory/editTools';
import { KeyPointTable } from '@/app/ui/trajectory/keyPointTable';
import { Lanes } from '@/app/ui/trajectory/lanes';
import { PathView } from '@/app/ui/trajectory/pathView';
import { useTrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import { useUndoKeys } from '@/app/ui/trajectory/useUndoKeys';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { CompareSettings } from './compareSettings';
import { DrawMatches } from './drawMatches';
import styles from './drawPage.module.css';
import { drawUrl } from './drawUrl';
import { Exchange } from './exchange';
import { LibrarySpread } from './librarySpread';
import { toListed } from './listedMatch';
import { MatchPlayhead } from './matchPlayhead';
import { shortUnits } from './trajectoryQuery';
import { useOverlay } from './useOverlay';
import { useTrajectoryMatches } from './useTrajectoryMatches';

/** Whether the answers stand under the drawing, as on a phone. The width is that of drawPage.module.css. */
const stacked = () => !window.matchMedia('(min-width: 64rem)').matches;

/** Drawing: how should the emotion move? The tracks that move so answer while one draws. */
export function DrawPage() {
  const [state, set] = useUrlState(drawUrl);
  const editor = useTrajectoryEditor({ value: state, onChange: set });
  useUndoKeys(editor);
  const [lit, setLit] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const answer = useTrajectoryMatches(state);
  const find = (key: string | null) =>
    answer.data?.matches.find((match) => itemKey(toListed(match, state.scope)) === key);
  const shown = find(lit) ?? find(chosen);
  const overlay = useOverlay(shown, answer.data, state);
  /** On a phone the drawing lies above the list: a choice brings it back into sight. */
  const choose = (key: string) => {
    setChosen(key === chosen ? null : key);
    if (key !== chosen && stacked()) board.current?.scrollIntoView({ block: 'start' });
  };

  return (
    <div className={styles.page}>
      <div ref={board} className={styles.board}>
        <h1>How should the emotion move?</h1>
        <CompareSettings state={state} onChange={set} />
        <EditTools editor={editor} view={state.view} onView={(view) => set({ view })} />
        {state.view === 'lanes' ? (
          <Lanes
            editor={editor}
            overlay={overlay}
            playhead={<MatchPlayhead matches={answer.data?.matches ?? []} />}
            errorUnit={shortUnits[answer.data?.mode ?? 'level']}
          />
        ) : (
          <PathView editor={editor} overlay={overlay} />
        )}
        <CurveKey match={shown} overlay={overlay} />
      </div>
      <div className={styles.answers}>
        {state.drawing.length > 0 && <Narrowing state={state} onChange={set} />}
        <DrawMatches answer={answer} state={state} chosen={chosen} onLight={setLit} onChoose={choose} />
      </div>
      <div className={styles.further}>
        <Disclosure title={`Key points as a table (${state.drawing.length})`}>
          <KeyPointTable editor={editor} />
        </Disclosure>
        <Exchange editor={editor} />
        <LibrarySpread />
      </div>
    </div>
  );
}
