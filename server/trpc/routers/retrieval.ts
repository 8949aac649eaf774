import { z } from 'zod';
import { encodeMeans } from '@/ml/affect/curveCodec';
import { type EmotionCurve } from '@/ml/affect/emotionCurve';
import { affect, trackId } from '../../base/inputShapes';
import { toBase64 } from '../../catalogue/tracks/arrays';
import { trackFilter } from '../../catalogue/tracks/trackFilter';
import { alongCue } from '../../retrieval/alongCue';
import { alongTrajectory } from '../../retrieval/alongTrajectory';
import { cueQuery } from '../../retrieval/cueQuery';
import { nearPoint } from '../../retrieval/nearPoint';
import { similarTo } from '../../retrieval/similarTo';
import { trajectoryQuery } from '../../retrieval/trajectoryQuery';
import { forListeners, router } from '../init';

const limit = (most: number) => z.number().int().min(1).max(most).default(10);

/** A match's curve travels in base64 as curveCodec's decodeMeans reads it: a quarter of its numbers as text. */
function sentMatch<Match extends { curve: EmotionCurve }>({ curve, ...match }: Match) {
  return { ...match, curveBase64: toBase64(encodeMeans(curve)) };
}

export const retrievalRouter = router({
  nearPoint: forListeners
    .input(z.object({ valence: affect, arousal: affect, limit: limit(200), filter: trackFilter.optional() }))
    .query(async ({ ctx, input }) => ({
      matches: await nearPoint(ctx.services.retrieval, ctx.caller, input),
    })),

  alongTrajectory: forListeners.input(trajectoryQuery).query(async ({ ctx, input, signal }) => {
    const answer = await alongTrajectory(ctx.services.retrieval, ctx.caller, { ...input, signal });
    return { ...answer, matches: answer.matches.map(sentMatch) };
  }),

  alongCue: forListeners.input(cueQuery).query(async ({ ctx, input, signal }) => {
    const answer = await alongCue(ctx.services.retrieval, ctx.caller, { ...input, signal });
    const matches = answer.matches.map(({ trackCurve, ...match }) => ({
      ...sentMatch(match),
      trackCurveBase64: toBase64(encodeMeans(trackCurve)),
    }));
    return { ...answer, matches };
  }),

  similarTo: forListeners.input(z.object({ trackId, limit: limit(100) })).query(async ({ ctx, input }) => ({
    matches: await similarTo(ctx.services.database, ctx.caller, input),
  })),
});
