import { z } from 'zod';

const told = z.object({
  stage: z.string(),
  fraction: z.number().min(0).max(1),
  dimension: z.string().nullish(),
  variant: z.string().nullish(),
  epoch: z.number().nullish(),
  loss: z.number().nullish(),
  accuracy: z.number().nullish(),
});

/** How far training has come; loss and accuracy (of EEG on the validation tracks, 0..1) of the epoch that just ended. */
export type TrainingProgress = z.output<typeof told>;

/** The progress that a line tells; null for a line that tells none. */
export function progressOf(line: string): TrainingProgress | null {
  if (!line.startsWith('{')) return null;
  try {
    const parsed = told.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
