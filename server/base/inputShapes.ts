import { z } from 'zod';
import { isStorableText, largestId, largestReal } from './bounds';

/** Inputs that several doors share. */
export const affect = z.number().min(-1).max(1);
/** The number of a row. */
export const rowId = z.int().positive().max(largestId);
export const trackId = rowId;
export const seconds = z.number().positive().max(86_400);
/** How many rows of a list are passed over. */
export const offset = z.int().min(0).max(largestId);

/** A number that is compared with a `real` column: one too small for it is 0, as the column has it. */
export const real = z.number().min(-largestReal).max(largestReal).overwrite(Math.fround);

/** Text as it may be kept: Postgres refuses NUL and broken surrogates. */
export const plainText = (mostCharacters: number) =>
  z.string().max(mostCharacters).refine(isStorableText, 'text without NUL or half characters');

export const keyPoint = z.object({
  t: z.number().min(0).max(86_400),
  valence: affect,
  arousal: affect,
});
