import { z } from 'zod';
import type { Database } from '@/db/open';
import type { Caller } from '../../../access/caller';
import { parseInput } from '../../../base/parseInput';
import type { TrackSummary } from '../../../catalogue/tracks/trackSummary';
import { withSummaries } from '../../../retrieval/withSummaries';
import { heldOutScores, type HeldOutScore } from '../model/heldOutScores';
import { catalogueEmbeddings } from './catalogueEmbeddings';
import { CommonTracks, type NearTrack } from './commonTracks';
import { heardRecording, stretchWish, type HeardRecording } from './heardRecording';
import { loadQueryModel } from './queryModel';

/** What is asked of a recording and a model. */
export const queryWish = z.strictObject({
  stretch: stretchWish.prefault({}),
  dimension: z.enum(['valence', 'arousal', 'both']).default('both'),
  /** Whose recording it is: their own networks are asked where the model has some. */
  participant: z.string().trim().min(1).max(200).optional(),
  limit: z.number().int().min(1).max(200).default(20),
});

/** Where the catalogue is, and who asks. */
interface QueryTools {
  database: Database;
  caller: Caller;
  dataDirectory: string;
  signal?: AbortSignal;
}

/** Music of the emotion that a recording tells of. */
export interface EegQueryAnswer {
  model: { title: string; simulated: boolean };
  /** Whose own networks were asked; null for those of any listener. */
  personal: string | null;
  /** What the ranking is worth for listeners and music that the model does not know. */
  scores: HeldOutScore[];
  /** True where no score is above chance, which is to stand beside the ranking. */
  noBetterThanChance: boolean;
  heard: Omit<HeardRecording, 'vector'>;
  searched: number;
  matches: (TrackSummary & NearTrack)[];
}

/**
 * Finds the tracks of the catalogue whose emotion is most like what a stretch of EEG tells of: by the cosine in the
 * common space, all of them compared.
 *
 * @throws AppError where recording, model or stretch cannot be used; an AbortError on `signal`
 */
export async function queryEeg(
  {
    recording,
    model: folder,
    wish: asked,
  }: { recording: string; model: string; wish: z.input<typeof queryWish> },
  { database, caller, dataDirectory, signal }: QueryTools,
): Promise<EegQueryAnswer> {
  const { stretch, dimension, limit, participant } = parseInput(queryWish, asked);
  const model = await loadQueryModel(folder, dimension, participant);
  try {
    const { vector, ...heard } = await heardRecording(recording, { model, stretch, signal });
    const { set, simulated } = model.record;
    const embeddings = await catalogueEmbeddings(database, set.embedding, dataDirectory);
    const common = await CommonTracks.create(model, embeddings);
    const scores = heldOutScores(model.record, model.personal).filter(
      (score) => dimension === 'both' || score.dimension === dimension,
    );
    return {
      model: { title: set.title, simulated },
      personal: model.personal === null ? null : set.participants[model.personal],
      ...{ scores, heard, searched: common.size },
      noBetterThanChance: !scores.some(({ aboveChance }) => aboveChance),
      matches: await withSummaries(database, caller, common.nearest(vector, limit)),
    };
  } finally {
    await model.release();
  }
}
