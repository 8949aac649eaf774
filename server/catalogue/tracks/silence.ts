import { and, isNull, lt, or, sql } from 'drizzle-orm';
import { sounds } from '@/db/schema';

/** A sound that never comes above this is not heard, decibels below full scale. */
const faintestPeakDb = -60;

/**
 * That there is nothing to hear, over a query that joins sounds: below the gate of BS.1770-4, and also faint, for a sound
 * too short for the gate has no loudness either.
 */
export const isSilent = and(
  isNull(sounds.loudnessLufs),
  or(isNull(sounds.samplePeakDb), lt(sounds.samplePeakDb, faintestPeakDb)),
)!;

export const isHeard = sql`not (${isSilent})`;
