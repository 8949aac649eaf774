'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import { useUndoKeys } from '@/app/ui/trajectory/useUndoKeys';
import styles from './benchPage.module.css';
import { benchDeeds } from './board/benchDeeds';
import { BenchHead } from './board/benchHead';
import { CurvePanel } from './board/curve/curvePanel';
import { useFilmCurve } from './board/curve/useFilmCurve';
import { useRecording } from './board/curve/useRecording';
import { KeysHelp } from './board/keysHelp';
import { Picture } from './board/picture/picture';
import { TransportBar } from './board/picture/transportBar';
import { SidePanel, type SideView } from './board/sidePanel';
import { ImportanceTable } from './board/tables/importanceTable';
import { MarkerTable } from './board/tables/markerTable';
import { PictureStrip } from './board/timeline/pictureStrip';
import { Timeline } from './board/timeline/timeline';
import { useBenchKeys } from './board/time/useBenchKeys';
import { useBoard } from './board/useBoard';
import type { CueFitShown } from './board/curve/fitOverlay';
import { CuePanel } from './cues/cuePanel';
import { useNewCue } from './cues/list/useNewCue';
import { useRecut } from './cues/recut/useRecut';
import { useCuePreview } from './cues/useCuePreview';
import { FilmPanel } from './media/filmPanel';
import { HintSwitch } from './media/hint/hintSwitch';
import { useArousalHint } from './media/hint/useArousalHint';
import { useOpenedFilm } from './media/useOpenedFilm';
import { MusicNote } from './playing/musicNote';
import { useCueMusic } from './playing/useCueMusic';
import { useTransport } from './playing/useTransport';
import { useFilmBench } from './project/useFilmBench';

/** The bench of a film: its picture and timeline, its curve, its cues and their music. */
export function BenchPage({ projectId }: { projectId: number }) {
  const opened = useQuery({
    ...useTRPC().film.projects.get.queryOptions({ projectId }),
    // Edits begin with what was opened; a later answer would be older than they are.
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  if (opened.error) return <ErrorState title="The project cannot be opened" error={opened.error} />;
  if (!opened.data) return <LoadingState>Opening the project</LoadingState>;
  return <Bench opened={opened.data} />;
}

function Bench({ opened }: { opened: Answers['film']['projects']['get'] }) {
  const bench = useFilmBench(opened);
  const { rate, lengthFrames, file } = bench.project.film;
  const reading = useOpenedFilm(bench);
  const { film } = reading;
  const transport = useTransport({ film, rate, lengthFrames });
  const previewing = useCuePreview();
  const report = useCueMusic({ bench, transport, preview: previewing.preview });
  const board = useBoard(bench, transport);
  const editor = useFilmCurve(bench);
  const recording = useRecording(board, editor);
  const [view, setView] = useState<SideView>(file && !film ? 'film' : 'cues');
  const [isHelped, setHelped] = useState(false);
  const [wordsAsked, setWordsAsked] = useState(0);
  const newCue = useNewCue(bench);
  const recut = useRecut();
  const hint = useArousalHint(film, bench.project.cuts);
  const [fit, setFit] = useState<CueFitShown | null>(null);
  const onNewCue = newCue.wish;
  const act = benchDeeds({
    ...{ board, recording, onNewCue },
    onWords() {
      setView('curve');
      setWordsAsked((times) => times + 1);
    },
    onHelp: () => setHelped(true),
  });
  useBenchKeys(act);
  useUndoKeys(bench);
  return (
    <div className={styles.bench} data-own-transport="">
      <BenchHead bench={bench} onHelp={() => setHelped(true)}>
        <MusicNote report={report} />
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
            film: <FilmPanel {...{ bench, reading }} onOtherCut={recut.open} />,
            cues: (
              <CuePanel
                {...{ bench, transport, newCue, previewing, recut }}
                range={board.range.range}
                onFit={setFit}
              />
            ),
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
        guess={hint.arousal}
        pictures={<PictureStrip {...{ board, film }} />}
      />
      <KeysHelp isOpen={isHelped} onOpenChange={setHelped} />
    </div>
  );
}
