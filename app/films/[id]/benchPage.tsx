'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import { useUndoKeys } from '@/app/ui/trajectory/useUndoKeys';
import { BenchBoard } from './board/benchBoard';
import type { CueFitShown } from './board/curve/fitOverlay';
import { useRange } from './board/time/useRange';
import { CuePanel } from './cues/cuePanel';
import { useNewCue } from './cues/list/useNewCue';
import { useRecut } from './cues/recut/useRecut';
import { useCuePreview } from './cues/useCuePreview';
import { FilmPanel } from './media/filmPanel';
import { useOpenedFilm } from './media/useOpenedFilm';
import { CueMusicNote } from './playing/cueMusicNote';
import { useTransport } from './playing/useTransport';
import { SharedFilm } from './sharedFilm';
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
  if (!opened.data.isOwn) return <SharedFilm projectId={projectId} name={opened.data.document.name} />;
  return <Bench opened={opened.data} />;
}

/** What is not moved by the view of the timeline stays here, so that zooming draws the board alone anew. */
function Bench({ opened }: { opened: Answers['film']['projects']['get'] }) {
  const bench = useFilmBench(opened);
  const { rate, lengthFrames } = bench.project.film;
  const reading = useOpenedFilm(bench);
  const { film } = reading;
  const transport = useTransport({ film, rate, lengthFrames });
  const previewing = useCuePreview();
  const newCue = useNewCue(bench);
  const recut = useRecut();
  const range = useRange();
  const [fit, setFit] = useState<CueFitShown | null>(null);
  useUndoKeys(bench);
  return (
    <BenchBoard
      {...{ bench, film, transport, range, fit }}
      onNewCue={newCue.wish}
      note={<CueMusicNote {...{ bench, transport }} preview={previewing.preview} />}
      filmPanel={<FilmPanel {...{ bench, reading }} onOtherCut={recut.open} />}
      cuePanel={
        <CuePanel {...{ bench, transport, newCue, previewing, recut }} range={range.range} onFit={setFit} />
      }
    />
  );
}
