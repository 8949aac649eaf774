import { z } from 'zod';
import { layoutMethods, perplexities } from '@/ml/projection/layoutChoice';
import { AppError } from '../../base/errors';
import { listModels, modelCard } from '../../research/cards/modelCards';
import { mappedTracks } from '../../research/maps/mappedTracks';
import { modelFolder } from '../../base/newestModel';
import { comparePiece, hasRatings } from '../../research/predictions/comparePiece';
import { readPredictions } from '../../research/predictions/predictionsFile';
import { forListeners, router } from '../init';

const layoutWish = z
  .object({
    method: z.enum(layoutMethods),
    perplexity: z.literal(perplexities).nullable().default(null),
  })
  .default({ method: layoutMethods[0], perplexity: null });

export const researchRouter = router({
  models: forListeners.query(() => listModels(modelFolder())),
  model: forListeners
    .input(z.object({ name: z.string().max(100) }))
    .query(({ input }) => modelCard(modelFolder(), input.name)),

  /** The library by its original and its learned features; asked again while it is being laid out. */
  featureMaps: forListeners
    .input(layoutWish)
    .query(({ ctx, input: wish }) =>
      mappedTracks(ctx.services.database, ctx.caller, { maps: ctx.services.featureMaps, wish }),
    ),

  /** The pieces whose predictions can be shown; null where no dynamic model is installed. */
  pieces: forListeners.query(async ({ ctx }) => {
    const predictions = await readPredictions(modelFolder());
    if (predictions === null) return null;
    const { researchData } = ctx.services.settings;
    return {
      model: predictions.name,
      pieces: Object.keys(predictions.pieces).sort((one, other) => one.localeCompare(other, 'en')),
      rated: await hasRatings(researchData),
      researchData,
    };
  }),
  piece: forListeners.input(z.object({ piece: z.string().max(300) })).query(async ({ ctx, input }) => {
    const predictions = await readPredictions(modelFolder());
    if (predictions === null)
      throw new AppError('not-found', 'there are no predictions: train the dynamic model first');
    return comparePiece(predictions, input.piece, ctx.services.settings.researchData);
  }),
});
