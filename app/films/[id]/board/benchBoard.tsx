'use client';

import { useState, type ReactNode } from 'react';
import { HintSwitch } from '../media/hint/hintSwitch';
import { useArousalHint } from '../media/hint/useArousalHint';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import type { TransportStore } from '../playing/transportStore';
import type { FilmBench } from '../project/filmBench';
import styles from './benchBoard.module.css';
import { benchDeeds } from './benchDeeds';
import { BenchHead } from './benchHead';
import { CurvePanel } from './curve/curvePanel';
import type { CueFitShown } from './curve/fitOverlay';
import { useFilmCurve } from './curve/useFilmCurve';
import { useRecording } from './curve/useRecording';
import type { FrameRange } from './edits/moveCue';
import { KeysHelp } from './keysHelp';
import { Picture } from './picture/picture';
import { TransportBar } from './picture/transportBar';
import { SidePanel, type SideView } from './sidePanel';
import { ImportanceTable } from './tables/importanceTable';
import { MarkerTable } from './tables/markerTable';
import { useBenchKeys } from './time/useBenchKeys';
import type { RangeState } from './time/useRange';
import { PictureStrip } from './timeline/pictureStrip';
import { Timeline } from './timeline/timeline';
import { useBoard } from './useBoard';

interface BenchBoardProps {
  bench: FilmBench;
  /** The film's file; null while none is open. */
  film: OpenedFilm | null;
  transport: TransportStore;
  range: RangeState;
  fit: CueFitShown | null;
  onNewCue: (range: FrameRange) => void;
  /** How the music stands. */
  note: ReactNode;
  filmPanel: ReactNode;
  cuePanel: ReactNode;
}

/** Everything on the bench: the picture, what stands beside it, and the timeline. */
export function BenchBoard({ bench, film, transport, range, fit, ...parts }: BenchBoardProps) {
  const board = useBoard({ bench, transport, range });
  const editor = useFilmCurve(bench);
  const recording = useRecording(board, editor);
  const hint = useArousalHint(film, bench.project.cuts);
  const [view, setView] = useState<SideView>(bench.project.film.file && !film ? 'film' : 'cues');
  const [isHelped, setHelped] = useState(false);
  const [wordsAsked, setWordsAsked] = useState(0);
  const onNewCue = (wanted: FrameRange) => {
    parts.onNewCue(wanted);
    setView('cues');
  };
  const act = benchDeeds({
    ...{ board, recording, onNewCue },
    onWords() {
      setView('curve');
      setWordsAsked((times) => times + 1);
    },
    onHelp: () => setHelped(true),
  });
  useBenchKeys(act);
  return (
    <div className={styles.bench} data-own-transport="">
      <BenchHead bench={bench} onHelp={() => setHelped(true)}>
        {parts.note}
      </BenchHead>
      <div className={styles.upper}>
        <div className={styles.viewer}>
          <Picture board={board} film={film} />
          <TransportBar {...{ board, act }} sound={transport} />
        </div>
        <SidePanel
          view={view}
          onView={(next) => {
            setWordsAsked(0);
            setView(next);
          }}
          panels={{
            film: parts.filmPanel,
            cues: parts.cuePanel,
            curve: (
              <CurvePanel {...{ board, editor, recording, wordsAsked }}>
                {film && <HintSwitch hint={hint} edit={bench.edit} />}
              </CurvePanel>
            ),
            markers: <MarkerTable board={board} />,
            importance: <ImportanceTable board={board} />,
          }}
        />
      </div>
      <Timeline
        {...{ board, editor, fit, onNewCue }}
        onCue={() => setView('cues')}
        guess={hint.arousal}
        pictures={<PictureStrip {...{ board, film }} />}
      />
      <KeysHelp isOpen={isHelped} onClose={() => setHelped(false)} />
    </div>
  );
}
