'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/app/trpc';
import { explainStop } from '@/app/ui/explainStop';
import { useDebounced } from '@/app/ui/useDebounced';
import type { CueQuestion } from '@/ml/film/cue';
import type { FilmCue } from '@/app/ui/film/filmProject';
import { readMatches } from './cueRows';

/** A hand that draws asks when it rests for a moment. */
const restMilliseconds = 200;
const lookAgainMilliseconds = 1000;
const mostMatches = 30;

/** Stands for a question that cannot be asked. */
const noQuestion: CueQuestion = {
  points: [{ t: 0, valence: 0, arousal: 0 }],
  durationSeconds: 1,
  importance: [],
  toleranceSeconds: 0.5,
};

/**
 * The places in the library that move as a cue is drawn. While the drawing changes the last answer stays; it is to be
 * mounted anew for another cue.
 */
export function useCueMatches(question: CueQuestion | null, filter: FilmCue['filter']) {
  const asked = useMemo(() => (question ? { question, filter } : null), [question, filter]);
  const rested = useDebounced(asked, restMilliseconds);
  const { points, importance, toleranceSeconds, ...rest } = rested?.question ?? noQuestion;
  const query = {
    ...{ ...rest, points, importance, limit: mostMatches, filter: rested?.filter },
    toleranceSeconds: toleranceSeconds as FilmCue['toleranceSeconds'],
  };
  const answer = useQuery({
    ...useTRPC().retrieval.alongCue.queryOptions(query, { trpc: { abortOnUnmount: true } }),
    enabled: rested !== null,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data && data.indexed.tracks < data.indexed.of && lookAgainMilliseconds,
  });
  const matches = answer.data?.matches;
  const found = useMemo(() => (matches ? readMatches(matches) : null), [matches]);
  const isLoadingLibrary = answer.data ? answer.data.indexed.tracks < answer.data.indexed.of : false;
  return {
    found: question ? found : null,
    searched: answer.data?.searched ?? 0,
    stop: answer.data ? explainStop(answer.data) : null,
    error: answer.error,
    isLoadingLibrary,
    isStale: answer.isPlaceholderData || asked !== rested,
    retry: () => void answer.refetch(),
  };
}
