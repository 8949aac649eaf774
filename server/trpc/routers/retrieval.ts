import { z } from 'zod';
import { alongTrajectory } from '../../retrieval/alongTrajectory';
import { nearPoint } from '../../retrieval/nearPoint';
import { similarTo } from '../../retrieval/similarTo';
import { procedure, router } from '../init';
import { affect, keyPoint, seconds, trackFilter, trackId } from '../shapes';

const limit = (most: number) => z.number().int().min(1).max(most).default(10);

const trajectory = z.object({
  points: z.array(keyPoint).min(1).max(4000),
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
    .refine(({ min, max }) => min <= max, 'min must not be over max')
    .optional(),
  limit: limit(100),
  filter: trackFilter.optional(),
});

export const retrievalRouter = router({
  nearPoint: procedure
    .input(z.object({ valence: affect, arousal: affect, limit: limit(200), filter: trackFilter.optional() }))
    .query(async ({ ctx, input }) => ({
      matches: await nearPoint(ctx.services.retrieval, ctx.caller, input),
    })),

  alongTrajectory: procedure
    .input(trajectory)
    .query(({ ctx, input, signal }) =>
      alongTrajectory(ctx.services.retrieval, ctx.caller, { ...input, signal }),
    ),

  similarTo: procedure.input(z.object({ trackId, limit: limit(100) })).query(async ({ ctx, input }) => ({
    matches: await similarTo(ctx.services.database, ctx.caller, input),
  })),
});
