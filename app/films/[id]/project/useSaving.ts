'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { useDebounced } from '@/app/ui/useDebounced';
import type { Saving } from './filmBench';
import type { FilmProject } from '@/app/ui/film/filmProject';

const restMilliseconds = 700;

/** Keeps what a project has become as soon as it has rested for a moment, one revision after the other. */
export function useSaving(opened: Answers['film']['projects']['get'], project: FilmProject): Saving {
  const { projectId, document, revision } = opened;
  const kept = useRef({ document, revision });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [savedDocument, setSavedDocument] = useState(document);
  const { mutateAsync } = useMutation(useTRPC().film.projects.save.mutationOptions());
  const rested = useDebounced(project, restMilliseconds);
  const queue = useRef(Promise.resolve());
  useEffect(() => {
    queue.current = queue.current.then(async () => {
      if (rested === kept.current.document) return;
      try {
        const saved = await mutateAsync({ projectId, revision: kept.current.revision, document: rested });
        kept.current = { document: rested, revision: saved.revision };
        setSavedDocument(rested);
        setRefusal(null);
      } catch (error) {
        setRefusal(error instanceof Error ? error.message : String(error));
      }
    });
  }, [rested, projectId, mutateAsync]);
  useLeaveWarning(project !== savedDocument);
  if (refusal !== null) return { state: 'refused', message: refusal };
  return { state: project === savedDocument ? 'saved' : 'saving' };
}

/** Asks before a tab is closed on what is not kept yet. */
function useLeaveWarning(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
