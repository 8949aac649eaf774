import { z } from 'zod';
import { rowId, trackId } from '../../../../base/inputShapes';

const limit = z.int().min(1).max(200).default(20);
const dimension = z.enum(['valence', 'arousal', 'both']).default('both');

/** Music like what a stretch of a recording tells of. */
export const eegQueryWish = z.strictObject({
  recordingId: rowId,
  modelId: rowId,
  fromSeconds: z.number().min(0).max(1e6).default(0),
  /** The end of the recording where left out. */
  toSeconds: z.number().positive().max(1e6).optional(),
  dimension,
  /** Their own networks are asked of listeners whom the model knows, or always those for any listener. */
  listener: z.enum(['own', 'anyone']).default('own'),
  limit,
});

/** Recordings in which a track of the catalogue is nearest to what was told. */
export const nearestRecordingsWish = z.strictObject({ trackId, modelId: rowId, dimension, limit });
