import { z } from 'zod';

/** Inputs that several doors share. */
export const affect = z.number().min(-1).max(1);
export const trackId = z.number().int().positive();
export const seconds = z.number().positive().max(86_400);

export const keyPoint = z.object({ t: z.number().min(0).max(86_400), valence: affect, arousal: affect });
