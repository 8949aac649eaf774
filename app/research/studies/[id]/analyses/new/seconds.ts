import type { Study } from '@/app/ui/study/studyAnswers';

/** Seconds between the volumes of a study; 1 where no recording says. */
export const hopOf = ({ series }: Pick<Study, 'series'>): number =>
  series.find(({ kind, hopSeconds }) => kind === 'recording' && hopSeconds !== null)?.hopSeconds ?? 1;

/** Whole numbers from one to another, both among them. */
export const wholeRange = (from: number, to: number): number[] =>
  Array.from(
    { length: Math.max(1, Math.round(to) - Math.round(from) + 1) },
    (_, at) => Math.round(from) + at,
  );

/** Places from one to another in steps, both among them where the step fits. */
export const stepRange = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(1, Math.floor((to - from) / step + 1e-9) + 1) }, (_, at) =>
    Number((from + at * step).toFixed(6)),
  );

/** Powers of ten at even steps of their exponents. */
export const powers = (from: number, to: number, count: number): number[] =>
  Array.from(
    { length: count },
    (_, at) => 10 ** (count === 1 ? from : from + ((to - from) * at) / (count - 1)),
  );
