import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { eegRecordings } from '@/db/schema';
import { isAppError } from '../../../../base/errors';
import { requireWanted } from '../../../../base/requireWanted';
import { hearWindows } from '../../query/hearWindows';
import { windowsWithin } from '../../query/heardRecording';
import type { QueryDimension, QueryModel } from '../../query/queryModel';
import type { RecordingRow } from '../recordings/ownedRecording';
import { trialsOf } from '../recordings/recordingDetail';
import type { StoredWindows } from '../recordings/storedWindows';
import type { NearestRecordings, NearRecording } from './eegQueryAnswers';
import { evenly } from './evenly';
import { fittingWindows } from './fittingWindows';
import type { HeldWindows } from './heldWindows';
import type { ModelPlace } from './spokenModels';

/** A stretch of a recording in a model's common space. */
export interface HeardTrial extends Omit<NearRecording, 'similarity'> {
  vector: Float32Array;
}

/** Windows of a trial that are heard at most: of longer ones some, evenly. */
const mostWindows = 24;
/** Recordings whose trials are held. */
const mostHeld = 500;

type Stretch = Pick<HeardTrial, 'trial' | 'fromSeconds' | 'toSeconds'>;

/** The trials of recordings as models hear them, held until a recording or its trials change. */
export class HeardTrials {
  private readonly held = new Map<string, HeardTrial[]>();

  constructor(
    private readonly database: Database,
    private readonly windows: HeldWindows,
  ) {}

  /** All trials of a model's study, and the recordings that do not fit the model. */
  async of(
    { id, studyId }: ModelPlace,
    { model, dimension, signal }: { model: QueryModel; dimension: QueryDimension; signal?: AbortSignal },
  ): Promise<{ heard: HeardTrial[]; left: NearestRecordings['left'] }> {
    const recordings = await this.database
      .select()
      .from(eegRecordings)
      .where(and(eq(eegRecordings.studyId, studyId), eq(eegRecordings.state, 'measured')))
      .orderBy(asc(eegRecordings.id));
    const heard: HeardTrial[] = [];
    const left: NearestRecordings['left'] = [];
    for (const recording of recordings) {
      requireWanted(signal);
      const stretches = await this.stretchesOf(recording);
      const { windows, participant } = recording;
      const key = JSON.stringify([id, dimension, windows, participant, stretches]);
      try {
        const trials = this.held.get(key) ?? (await this.hear(recording, stretches, model));
        this.keep(key, trials);
        heard.push(...trials);
      } catch (error) {
        if (!isAppError(error)) throw error;
        left.push({ recordingId: recording.id, reason: error.message });
      }
    }
    return { heard, left };
  }

  private async stretchesOf({ id, durationSeconds }: RecordingRow): Promise<Stretch[]> {
    const end = durationSeconds ?? 0;
    const trials = await trialsOf(this.database, id);
    if (trials.length === 0) return [{ trial: null, fromSeconds: 0, toSeconds: end }];
    return trials.map(({ name, startSeconds, durationSeconds: lasts }, index) => ({
      trial: name,
      fromSeconds: startSeconds,
      toSeconds: lasts === null ? (trials.at(index + 1)?.startSeconds ?? end) : startSeconds + lasts,
    }));
  }

  private async hear(
    recording: RecordingRow,
    stretches: readonly Stretch[],
    model: QueryModel,
  ): Promise<HeardTrial[]> {
    const windows = await this.windows.get(recording, model.record.set.channels);
    fittingWindows(windows, recording, model.record);
    const { id: recordingId, participant, fileName } = recording;
    const heard: HeardTrial[] = [];
    for (const stretch of stretches) {
      const vector = await heardStretch(windows, stretch, model);
      if (vector !== null) heard.push({ recordingId, participant, fileName, ...stretch, vector });
    }
    return heard;
  }

  private keep(key: string, trials: HeardTrial[]): void {
    this.held.delete(key);
    this.held.set(key, trials);
    const [oldest] = this.held.keys();
    if (this.held.size > mostHeld) this.held.delete(oldest);
  }
}

/** Null where no window of the stretch is left. */
async function heardStretch(
  windows: StoredWindows,
  stretch: Stretch,
  model: QueryModel,
): Promise<Float32Array | null> {
  const chosen = evenly(windowsWithin(windows, windows.plan, stretch), mostWindows);
  return chosen.length === 0 ? null : (await hearWindows(model, windows, chosen)).vector;
}
