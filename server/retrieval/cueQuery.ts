import { z } from 'zod';
import { mostImportance, mostStretches } from '@/ml/film/importanceStretch';
import { cueImportance } from '@/ml/film/cue';
import { keyPoint, seconds } from '../base/inputShapes';
import { trackFilter } from '../catalogue/tracks/trackFilter';
import { longestSectionSeconds, mostPoints } from './trajectoryQuery';

const instant = z.number().min(0).max(longestSectionSeconds);

const importanceStretch = z
  .object({ start: instant, end: instant, weight: z.number().min(0).max(mostImportance) })
  .refine(({ start, end }) => start < end, 'start must be before end');

/** What may be asked of a search for a film's cue, at whatever door: music as long as the cue, unwarped. */
export const cueQuery = z
  .object({
    /** t in seconds from the cue's start. */
    points: z.array(keyPoint).min(1).max(mostPoints).readonly(),
    durationSeconds: seconds.max(
      longestSectionSeconds,
      `cut what is longer than ${longestSectionSeconds} s into cues`,
    ),
    /** How far music may run ahead of the picture or behind it. */
    toleranceSeconds: z.union([z.literal(0), z.literal(0.5), z.literal(1), z.literal(2)]).default(0.5),
    /** What counts more or less than 1; 0 does not count at all. A later stretch rules over an earlier one. */
    importance: z.array(importanceStretch).max(mostStretches).readonly().default([]),
    mode: z.enum(['level', 'shape']).optional(),
    /** 0 is level, 1 is shape; overrides the mode. */
    blend: z.number().min(0).max(1).optional(),
    limit: z.number().int().min(1).max(200).default(10),
    filter: trackFilter.optional(),
  })
  .superRefine(({ points, durationSeconds, importance }, context) => {
    const beyond = points.findIndex(({ t }) => t > durationSeconds);
    if (beyond >= 0) {
      const message = `it is after the end, ${durationSeconds}`;
      context.addIssue({ code: 'custom', path: ['points', beyond, 't'], message });
    }
    if (cueImportance({ importance, durationSeconds }).every((weight) => weight === 0)) {
      const message = 'nothing counts: leave a weight above 0 somewhere';
      context.addIssue({ code: 'custom', path: ['importance'], message });
    }
  });

/** A question that cueQuery let in. */
export type CueInput = z.output<typeof cueQuery>;
