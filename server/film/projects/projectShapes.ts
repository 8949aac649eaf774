import { z } from 'zod';

/** Frames of a day at 240 a second, beyond which no film goes. */
const mostFrames = 86_400 * 240;

/** A frame, or a number of frames, counted from the first of the film. */
export const frame = z.int().min(0).max(mostFrames);
