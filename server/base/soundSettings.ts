import { z } from 'zod';

/** How much sound of one file is heard. */
export interface SoundLimits {
  hours: number;
  /** Thousand million samples, of all channels together. */
  gigasamples: number;
}

/** The variables by which an operator says so; the analysis process reads them too. */
export const soundVariables = {
  MAX_SOUND_HOURS: z.coerce.number().positive().max(10_000).default(24),
  MAX_SOUND_GIGASAMPLES: z.coerce.number().positive().max(100_000).default(10),
};

/** The limits in `variables`, which were checked at the start of the program. */
export function readSoundLimits(variables: Record<string, string | undefined>): SoundLimits {
  const { MAX_SOUND_HOURS, MAX_SOUND_GIGASAMPLES } = variables;
  const given = {
    MAX_SOUND_HOURS: MAX_SOUND_HOURS || undefined,
    MAX_SOUND_GIGASAMPLES: MAX_SOUND_GIGASAMPLES || undefined,
  };
  const parsed = z.object(soundVariables).parse(given);
  return { hours: parsed.MAX_SOUND_HOURS, gigasamples: parsed.MAX_SOUND_GIGASAMPLES };
}
