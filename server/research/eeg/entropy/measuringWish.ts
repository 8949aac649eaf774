import { z } from 'zod';
import { cleaningWish } from './cleaningWish';
import { entropyWish } from './entropyWish';

/** How a recording is to be cleaned and measured. */
export const measuringWish = z.strictObject({
  cleaning: cleaningWish.prefault({}),
  entropy: entropyWish.prefault({}),
});

export type MeasuringWish = z.input<typeof measuringWish>;
