import { z } from 'zod';
import { keyPoint, seconds } from '../base/inputShapes';
import { trackFilter } from '../catalogue/tracks/trackFilter';

/** The work of a section search grows with the drawing's length: beyond this it would hold up everybody. */
export const longestSectionSeconds = 600;
/** As many as a file of a curve may have lines. */
export const mostPoints = 20_000;

/** What may be asked of a trajectory search, at whatever door: ml/dtw trusts it. */
export const trajectoryQuery = z
  .object({
    points: z.array(keyPoint).min(1).max(mostPoints).readonly(),
    /** With it, t is in seconds and whole tracks are about as long; without, t is 0..1 of the whole. */
    durationSeconds: seconds.optional(),
    scope: z.enum(['track', 'section']).default('track'),
    mode: z.enum(['level', 'shape']).optional(),
    /** 0 is level, 1 is shape; overrides the mode. */
    blend: z.number().min(0).max(1).optional(),
    band: z.number().min(0).max(1).optional(),
    /**
     * How long a match may be against the drawing. By default sections are exactly as long, and whole tracks from 0.8 to
     * 1.25 times as long where the drawing has a length.
     */
    lengthRatio: z
      .object({ min: z.number().min(0.25).max(4), max: z.number().min(0.25).max(4) })
      .refine(({ min, max }) => min <= max, 'min must not be over max')
      .optional(),
    limit: z.number().int().min(1).max(200).default(10),
    filter: trackFilter.optional(),
  })
  .superRefine((query, context) => {
    const refused = refusedTime(query);
    if (refused) context.addIssue({ code: 'custom', ...refused });
  });

/** A question that trajectoryQuery let in. */
export type TrajectoryInput = z.output<typeof trajectoryQuery>;

interface Times {
  scope: 'track' | 'section';
  durationSeconds?: number;
  points: readonly { t: number }[];
}

/** What of a question's times cannot be, and why. */
function refusedTime({ scope, durationSeconds, points }: Times) {
  const path = ['durationSeconds'];
  if (scope === 'section' && durationSeconds === undefined)
    return { path, message: 'a section needs the length that was drawn' };
  if (scope === 'section' && durationSeconds !== undefined && durationSeconds > longestSectionSeconds)
    return {
      path,
      message: `sections up to ${longestSectionSeconds} s can be searched; draw less, or search whole tracks`,
    };
  const end = durationSeconds ?? 1;
  const beyond = points.findIndex(({ t }) => t > end);
  return beyond >= 0 ? { path: ['points', beyond, 't'], message: `it is after the end, ${end}` } : undefined;
}
