import { z } from 'zod';

/** Inputs that several procedures share, checked at the door. */
export const affect = z.number().min(-1).max(1);
export const trackId = z.number().int().positive();
export const seconds = z.number().positive().max(86_400);

export const keyPoint = z.object({ t: z.number().min(0).max(86_400), valence: affect, arousal: affect });

/** Narrows a search, before any ranking, exactly. */
export const trackFilter = z.object({
  /** Words that must all occur in title, artist, album or genre. */
  text: z.string().max(200).optional(),
  minDurationSeconds: z.number().min(0).optional(),
  maxDurationSeconds: z.number().min(0).optional(),
  minTempoBpm: z.number().min(0).optional(),
  maxTempoBpm: z.number().min(0).optional(),
  minLoudnessLufs: z.number().optional(),
  maxLoudnessLufs: z.number().optional(),
  /** The genre's whole name, whatever its case. */
  genre: z.string().max(200).optional(),
});
