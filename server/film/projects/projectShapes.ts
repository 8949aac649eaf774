import { z } from 'zod';

/** Text as it may be kept: Postgres refuses NUL and broken surrogates. */
export const plainText = (mostCharacters: number) =>
  z
    .string()
    .max(mostCharacters)
    .refine((text) => !/\0|\p{Surrogate}/u.test(text), 'text without NUL or half characters');

/** Frames of a day at 240 a second, beyond which no film goes. */
const mostFrames = 86_400 * 240;

/** A frame, or a number of frames, counted from the first of the film. */
export const frame = z.int().min(0).max(mostFrames);
