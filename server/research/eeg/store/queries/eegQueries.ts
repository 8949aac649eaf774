import type { Database } from '@/db/open';
import { rowOf } from '@/ml/matrix/matrix';
import type { z } from 'zod';
import type { Caller } from '../../../../access/caller';
import { AppError } from '../../../../base/errors';
import { Mutex } from '../../../../base/mutex';
import type { ChangeFeed } from '../../../../retrieval/changeFeed';
import { withSummaries } from '../../../../retrieval/withSummaries';
import { requireWanted } from '../../../../base/requireWanted';
import { accepted } from '../../accepted';
import { hearWindows } from '../../query/hearWindows';
import { windowsWithin } from '../../query/heardRecording';
import { trainedModel } from '../models/ownedModel';
import { ownedRecording } from '../recordings/ownedRecording';
import type { NearestRecordings, StoredQueryAnswer } from './eegQueryAnswers';
import type { eegQueryWish, nearestRecordingsWish } from './eegQueryWish';
import { evenly } from './evenly';
import { fittingWindows } from './fittingWindows';
import { HeardTrials } from './heardTrials';
import { HeldWindows } from './heldWindows';
import { nearestTrials } from './nearestTrials';
import { rankingWorth } from './rankingWorth';
import { SpokenModels } from './spokenModels';

/** Windows of a stretch that are heard at most: of longer ones some, evenly. */
const mostWindows = 120;

interface QuerySettings {
  database: Database;
  dataDirectory: string;
  feed: ChangeFeed;
}

/**
 * Finds music by recordings, and recordings by music, from the windows that were kept of them: nothing is cleaned or
 * measured again. Models, the catalogue as they hear it and windows stay in memory.
 */
export class EegQueries {
  private readonly database: Database;
  private readonly models: SpokenModels;
  private readonly windows: HeldWindows;
  private readonly trials: HeardTrials;
  /** One question at a time: a model in use is not let go. */
  private readonly mutex = new Mutex();

  constructor({ database, dataDirectory, feed }: QuerySettings) {
    this.database = database;
    this.models = new SpokenModels(database, dataDirectory, feed);
    this.windows = new HeldWindows(dataDirectory);
    this.trials = new HeardTrials(database, this.windows);
  }

  /**
   * The tracks of the catalogue whose emotion is most like what a stretch of a recording tells of, all compared by
   * their cosine in the common space. Throws AppError 'not-found' for what is not the caller's, 'unavailable' for what is
   * not measured or trained yet, or not wanted any more, 'invalid' where they do not fit, or no window of the stretch is left.
   */
  async query(
    caller: Caller,
    wish: z.output<typeof eegQueryWish>,
    signal?: AbortSignal,
  ): Promise<StoredQueryAnswer> {
    const recording = await ownedRecording(this.database, caller, wish.recordingId);
    const place = await trainedModel(this.database, caller, wish.modelId);
    const found = await this.mutex.run('question', async () => {
      requireWanted(signal);
      // People of other studies may be called alike.
      const isOwn = wish.listener === 'own' && recording.studyId === place.studyId;
      const asked = { dimension: wish.dimension, listener: isOwn ? recording.participant : null };
      const { model, tracks } = await this.models.get(place, asked);
      const windows = await this.windows.get(recording, model.record.set.channels);
      const warnings = fittingWindows(windows, recording, model.record);
      const within = windowsWithin(windows, windows.plan, wish);
      if (within.length === 0) throw noneLeft(recording.fileName, windows.plan.windowSeconds);
      const chosen = evenly(within, mostWindows);
      const heard = await accepted(recording.fileName, () => hearWindows(model, windows, chosen));
      return {
        ...rankingWorth(model, wish.dimension),
        probability: heard.probability,
        attention: chosen.map((window, row) => ({
          startSeconds: windows.startSeconds[window],
          steps: [...rowOf(heard.attention, row)],
        })),
        stepSeconds: windows.plan.stepSeconds,
        windows: { heard: chosen.length, rejected: rejectedWithin(windows, wish) },
        searched: tracks.size,
        near: tracks.nearest(heard.vector, wish.limit),
        warnings,
      };
    });
    const { near, ...answer } = found;
    return { ...answer, matches: await withSummaries(this.database, caller, near) };
  }

  /**
   * The stretches of the recordings of a model's study that are nearest to a track in the common space: trials, and whole
   * recordings where there are none, all by the networks for any listener. Throws AppError as `query`, and 'not-found' for a track without the embedding.
   */
  async nearestRecordings(
    caller: Caller,
    { trackId, modelId, dimension, limit }: z.output<typeof nearestRecordingsWish>,
    signal?: AbortSignal,
  ): Promise<NearestRecordings> {
    const place = await trainedModel(this.database, caller, modelId);
    return this.mutex.run('question', async () => {
      requireWanted(signal);
      const { model, tracks } = await this.models.get(place, { dimension, listener: null });
      const vector = tracks.vectorOf(trackId);
      if (vector === null)
        throw new AppError(
          'not-found',
          `invalid trackId: ${trackId} (no track with the embedding that the model hears has this number)`,
        );
      const { heard, left } = await this.trials.of(place, { model, dimension, signal });
      const recordings = nearestTrials(heard, vector, limit);
      return { ...rankingWorth(model, dimension), recordings, left };
    });
  }

  async stop(): Promise<void> {
    await this.mutex.run('question', () => this.models.release());
  }
}

function noneLeft(fileName: string, windowSeconds: number): AppError {
  const told = `no window of ${windowSeconds} s without artefacts lies within it`;
  return new AppError('invalid', `invalid stretch: ${fileName} (${told})`);
}

function rejectedWithin(
  { startSeconds, rejected, plan }: Awaited<ReturnType<HeldWindows['get']>>,
  { fromSeconds, toSeconds = Infinity }: z.output<typeof eegQueryWish>,
): number {
  return rejected.filter(
    (each, window) =>
      each === 1 &&
      startSeconds[window] >= fromSeconds &&
      startSeconds[window] + plan.windowSeconds <= toSeconds,
  ).length;
}
