import { z } from 'zod';
import { keyPoint, seconds } from '../base/inputShapes';
import { trackFilter } from '../catalogue/tracks/trackFilter';

/** The work of a section search grows with the drawing's length: beyond this it would hold up everybody. */
const longestSectionSeconds = 600;
/** As many as a file of a curve may have lines. */
const mostPoints = 20_000;

/** What may be asked of a trajectory search, at whatever door: ml/dtw trusts it. */
export const trajectoryQuery = z
  .object({
    points: z.array(keyPoint).min(1).max(mostPoints).readonly(),
    /** With it, t is in seconds; without, t is 0..1 of the whole. */
    durationSeconds: seconds.optional(),
    scope: z.enum(['track', 'section']).default('track'),
    mode: z.enum(['level', 'shape']).optional(),
    /** 0 is level, 1 is shape; overrides the mode. */
    blend: z.number().min(0).max(1).optional(),
    band: z.number().min(0).max(1).optional(),
    /** How long sections may be against the drawing: 0.8 to 1.25 by default, 0.5 to 2 where the length is free. */
    lengthRatio: z
      .object({ min: z.number().min(0.25).max(4), max: z.number().min(0.25).max(4) })
      .refine(({ min, max }) => min <= max, 'invalid lengthRatio: min is over max')
      .optional(),
    limit: z.number().int().min(1).max(200).default(10),
    filter: trackFilter.optional(),
  })
  .superRefine((query, context) => {
    const message = complaintOfTimes(query);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** A question that trajectoryQuery let in. */
export type TrajectoryInput = z.output<typeof trajectoryQuery>;

function complaintOfTimes({
  scope,
  durationSeconds,
  points,
}: {
  scope: 'track' | 'section';
  durationSeconds?: number;
  points: readonly { t: number }[];
}): string | undefined {
  if (scope === 'section' && durationSeconds === undefined)
    return 'invalid durationSeconds: none (a section needs the length that was drawn)';
  if (scope === 'section' && durationSeconds !== undefined && durationSeconds > longestSectionSeconds)
    return `invalid durationSeconds: ${durationSeconds} (sections up to ${longestSectionSeconds} s can be searched; draw less, or search whole tracks)`;
  const end = durationSeconds ?? 1;
  const beyond = points.find(({ t }) => t > end);
  return beyond && `invalid points: t ${beyond.t} is after the end, ${end}`;
}
