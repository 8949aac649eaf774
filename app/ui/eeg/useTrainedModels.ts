'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegModelRow, EegStudy } from './eegAnswers';

/** A model that can be asked. */
export interface TrainedModel extends EegModelRow {
  /** The study it was trained on, where that is another one; null for the study's own. */
  from: string | null;
}

const isTrained = ({ state }: EegModelRow): boolean => state === 'done';

/** The trained models of a study, then those of all others: a listener need not have been trained on. */
export function useTrainedModels(study: Pick<EegStudy, 'id' | 'models'>): TrainedModel[] {
  const trpc = useTRPC();
  const studies = useQuery(trpc.eeg.studies.list.queryOptions());
  const others = (studies.data ?? []).filter(({ id, models }) => id !== study.id && models > 0);
  const brought = useQueries({
    queries: others.map(({ id }) => trpc.eeg.models.list.queryOptions({ studyId: id })),
    combine: (results) => results.map(({ data }) => data ?? []),
  });
  const own = study.models.filter(isTrained).map((model) => ({ ...model, from: null }));
  const foreign = others.flatMap(({ title }, index) =>
    (brought[index] ?? []).filter(isTrained).map((model) => ({ ...model, from: title })),
  );
  return [...own, ...foreign];
}

/** What a model is called in a choice: with its study where that is another one. */
export const modelName = ({ title, from }: TrainedModel): string =>
  from === null ? title : `${title}, of ${from}`;
