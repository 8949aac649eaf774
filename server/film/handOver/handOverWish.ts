import { z } from 'zod';
import { exportFormats, type ExportFormat } from '../interchange/write/exportFormats';

const formatNames = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]];

/** What is to be handed over, and how. */
export const handOverWish = z.object({
  formats: z.array(z.enum(formatNames)).min(1).default(formatNames),
  /** False for timelines alone, beside sounds that were handed over before in the same way. */
  sounds: z.boolean().default(true),
  audio: z.enum(['wav', 'flac']).default('wav'),
  /** Fades in the sound itself, which then has no handles; else they are left to the editing program. */
  burnFades: z.boolean().default(false),
  /** Whether alternates go along, on muted tracks. */
  alternates: z.boolean().default(true),
});

export type HandOverWish = z.output<typeof handOverWish>;
