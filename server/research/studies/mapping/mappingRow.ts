import { z } from 'zod';

/** What a brought file is to its study. */
export const mappingUses = [
  'recording',
  'rating',
  'feature',
  'confounds',
  'sound',
  'participants',
  'stimuli',
  'targets',
  'analysis',
  'ignore',
] as const;
export type MappingUse = (typeof mappingUses)[number];

const text = z.string().min(1).max(200);

/** What one brought file, or some columns of it, means: the rows of a mapping table. A file may have several rows. */
export const mappingRow = z.strictObject({
  /** The file's name as brought, with its folders. */
  file: z.string().min(1).max(1000),
  use: z.enum(mappingUses),
  /** Of recordings, ratings and confounds; of a feature where it is this participant's own. */
  participant: text.nullable().default(null),
  /** The piece; also of a sound. */
  stimulus: text.nullable().default(null),
  /** The scale of a rating, the feature; null takes the columns' own names, one series a column of a rating. */
  name: text.nullable().default(null),
  /** The columns that are meant, by name or by number from 1; null for all. */
  columns: z.array(text).max(100_000).nullable().default(null),
  /** The names that columns get, where the file gives none. */
  columnNames: z.array(text).max(100_000).nullable().default(null),
  /** Seconds between samples (TR), where the file does not say. */
  hopSeconds: z.number().positive().max(3600).nullable().default(null),
  /** From the start of the piece to the first sample, where the file does not say. */
  startSeconds: z.number().min(-3600).max(86_400).nullable().default(null),
  /** How long the piece lasts, where neither its sound nor a table says it. */
  durationSeconds: z.number().positive().max(86_400).nullable().default(null),
  /** Of a rating: given after the scan, to the music alone. */
  afterScan: z.boolean().default(false),
  /** Of a rating: seconds by which it is moved earlier, for the rater's lag. */
  shiftSeconds: z.number().min(-60).max(60).default(0),
  /** Of volumes: the brought label image by which they are reduced to regions, and the table that names its labels. */
  labels: z.string().max(1000).nullable().default(null),
  labelNames: z.string().max(1000).nullable().default(null),
  /** Of a sound or a piece: its mood. */
  mood: text.nullable().default(null),
});

export type MappingRow = z.infer<typeof mappingRow>;
export type MappingRowInput = z.input<typeof mappingRow>;
