'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
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
  return <h1>{bench.project.name}</h1>;
}
