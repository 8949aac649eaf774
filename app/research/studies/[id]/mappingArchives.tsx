'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/app/trpc';
import type { Study } from '@/app/ui/study/studyAnswers';
import panel from '@/app/ui/study/panel.module.css';
import { useRefreshStudy } from './useStudy';

/** Unpacks ZIPs that were brought, one after the other; why one could not be is told, and it stays. */
export function MappingArchives({ study }: { study: Study }) {
  const trpc = useTRPC();
  const refresh = useRefreshStudy();
  const { mutate, isPending, error } = useMutation(
    trpc.studies.unpackFile.mutationOptions({ onSettled: refresh }),
  );
  const tried = useRef(new Set<number>());
  useEffect(() => {
    const next = study.files.find(
      ({ id, name, state }) => state === 'waiting' && /\.zip$/i.test(name) && !tried.current.has(id),
    );
    if (next === undefined || isPending) return;
    tried.current.add(next.id);
    mutate({ studyId: study.id, fileId: next.id });
  }, [study, isPending, mutate]);
  if (isPending)
    return (
      <p className={panel.note} role="status">
        Unpacking
      </p>
    );
  if (!error) return null;
  return (
    <p className={panel.fault} role="alert">
      {error.message}
    </p>
  );
}
