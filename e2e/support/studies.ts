import { expect } from '@playwright/test';
import type { AppRouter } from '@/server/trpc/router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { Api } from './api';

type Spec = inferRouterInputs<AppRouter>['studies']['analyses']['start']['spec'];
type Result = inferRouterOutputs<AppRouter>['studies']['analyses']['result'];

/** Arranging, rendering and hearing three pieces takes this long at most, on a machine with other work. */
const madeWithinMilliseconds = 420_000;
const foundWithinMilliseconds = 300_000;

/** The simulated study, made first where nobody has looked yet. Returns its number. */
export async function simulatedStudy(api: Api): Promise<number> {
  await api.studies.begin.mutate();
  const find = async () => (await api.studies.list.query()).find(({ simulated }) => simulated)?.id;
  await expect.poll(find, { timeout: madeWithinMilliseconds, intervals: [1000] }).toBeDefined();
  return (await find()) ?? 0;
}

/** A short question: few surrogates that nothing is learned anew from. */
export const shortEncoding: Spec = {
  kind: 'encoding',
  spaces: [
    { name: 'envelope', series: 'envelope' },
    { name: 'ratings', series: 'emotionality', from: 'rating', change: 'signed' },
  ],
  plan: {
    delays: [2, 3, 4, 5, 6],
    alphas: [10, 1000, 100_000],
    null: { kind: 'phase', count: 20, refit: false },
  },
};

/** Has an analysis made, or finds the one of that title; waits for its answer. Returns its number. */
export async function finishedAnalysis(
  api: Api,
  { studyId, title, spec }: { studyId: number; title: string; spec: Spec },
): Promise<number> {
  const all = await api.studies.analyses.list.query({ studyId });
  const found = all.find((each) => each.title === title);
  const id = found?.id ?? (await api.studies.analyses.start.mutate({ studyId, title, spec })).analysisId;
  await finish(api, id);
  return id;
}

/** Waits for an answer. Throws with the reason where there will be none. */
export async function finish(api: Api, analysisId: number): Promise<Result> {
  const state = async () => {
    const analysis = await api.studies.analyses.get.query({ analysisId });
    if (analysis.state === 'failed') throw new Error(`the analysis failed: ${analysis.failure}`);
    return analysis.state;
  };
  await expect.poll(state, { timeout: foundWithinMilliseconds, intervals: [500] }).toBe('done');
  return api.studies.analyses.result.query({ analysisId });
}
