import { z } from 'zod';

/** One thing that a model is worth, as its JSON says it. */
export interface HeadlineScore {
  /** What was measured, on what: "4Q, r: artists it never heard". */
  what: string;
  /** Of valence and of arousal; a single one where it is of neither. */
  values: string[];
  /** What it should be read beside, in the same order. */
  reference: { what: string; values: string[] } | null;
}

/** Tells a score from what a model's JSON says; null where it says nothing of the kind. */
export type ScoreReader = (json: unknown) => HeadlineScore | null;

/** A reader of the part of a JSON that has this shape. */
export const scoreOf =
  <Figures>(shape: z.ZodType<Figures>, tell: (figures: Figures) => HeadlineScore | null): ScoreReader =>
  (json) => {
    const read = shape.safeParse(json);
    return read.success ? tell(read.data) : null;
  };

/** A figure of each dimension, as training writes them. */
export const pair = z.object({ valence: z.number(), arousal: z.number() });
type Pair = z.output<typeof pair>;

/** Both figures, valence first. */
export const pairWords = ({ valence, arousal }: Pair): string[] => [valence, arousal].map(figureWords);

/** As the cards write them: three digits. */
export const figureWords = (value: number): string => value.toFixed(3);
export const percentWords = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The mean of pairs, of repeats with other seeds. */
export function meanPair(pairs: readonly Pair[]): Pair {
  const mean = (of: (each: Pair) => number) => pairs.reduce((sum, each) => sum + of(each), 0) / pairs.length;
  return { valence: mean(({ valence }) => valence), arousal: mean(({ arousal }) => arousal) };
}
