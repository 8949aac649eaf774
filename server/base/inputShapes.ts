import { z } from 'zod';
import { isStorableText, largestId, largestReal } from './bounds';

/** Inputs that several doors share. */
export const affect = z.number().min(-1).max(1);
const number = () => z.int().positive().max(largestId);
/** The number of a row. */
export const rowId = number();
export const trackId = number();
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
