import { basename, join } from 'node:path';
import { loadEegStream, type EegStream } from '@/ml/eeg/model/eegStream';
import { loadMusicStream, type MusicStream } from '@/ml/eeg/model/musicStream';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { accepted } from '../accepted';
import type { EegModelRecord } from '../model/eegModelRecord';
import { readEegModel } from '../model/readEegModel';

/** Both streams of one network. */
interface QueryNetwork {
  dimension: 'valence' | 'arousal' | 'joint';
  eeg: EegStream;
  music: MusicStream;
}

/** A trained model that is ready to hear; to be released in the end. */
export interface QueryModel {
  record: EegModelRecord;
  networks: QueryNetwork[];
  /** Whose own networks they are, by their place in the set; null where they are for any listener. */
  personal: number | null;
  release(): Promise<void>;
}

/** Which of a model's networks are asked: one dimension's, or all. */
export type QueryDimension = 'valence' | 'arousal' | 'both';

/**
 * Whose own networks of a model can be asked of a dimension, by their place in its set; null where the listener is none of
 * the set's, or the model has no network of theirs for all that is asked.
 */
export function personalOf(
  record: EegModelRecord,
  dimension: QueryDimension,
  listener: string | null,
): number | null {
  const place = listener === null ? -1 : record.set.participants.indexOf(listener);
  if (place < 0) return null;
  const told = (participant: number | null) =>
    networksOf(record, dimension, participant).map((network) => network.dimension);
  const own = told(place);
  return own.length > 0 && told(null).every((each) => own.includes(each)) ? place : null;
}

function networksOf({ networks }: EegModelRecord, dimension: QueryDimension, participant: number | null) {
  return networks.filter(
    (network) =>
      network.participant === participant &&
      (dimension === 'both' || network.dimension === 'joint' || network.dimension === dimension),
  );
}

/**
 * Loads the networks of a model that are for a listener whom it knows, where it has some, else those for any listener.
 *
 * @param listener by the name that the set calls them
 *
 * @throws AppError 'unreadable' or 'invalid' for what is no model, or has no network of the dimension
 */
export async function loadQueryModel(
  folder: string,
  dimension: QueryDimension,
  listener: string | null = null,
): Promise<QueryModel> {
  const record = await readEegModel(folder);
  const personal = personalOf(record, dimension, listener);
  const wanted = networksOf(record, dimension, personal);
  if (wanted.length === 0)
    throw new AppError(
      'invalid',
      `invalid model: ${basename(folder)} (no network for any listener tells ${dimension})`,
    );
  const networks: QueryNetwork[] = [];
  const release = async () => {
    for (const { eeg, music } of networks.splice(0)) {
      await eeg.release();
      await music.release();
    }
  };
  try {
    for (const { dimension: told, folder: place } of wanted)
      networks.push({ dimension: told, ...(await loadStreams(join(folder, place), record)) });
    return { record, networks, personal, release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function loadStreams(
  place: string,
  { set }: EegModelRecord,
): Promise<Pick<QueryNetwork, 'eeg' | 'music'>> {
  const loaded = <T>(name: string, load: (graph: string) => Promise<T>) =>
    accepted(name, () => load(join(place, name))).catch((cause: unknown) => {
      if (cause instanceof AppError) throw cause;
      const told = join(basename(place), name);
      const reason = plainReason(cause).replaceAll(join(place, name), name);
      throw new AppError('unreadable', `invalid model: ${told} (${reason})`, { cause });
    });
  const eeg = await loaded('eeg.onnx', loadEegStream);
  const music = await loaded('music.onnx', (graph) => loadMusicStream(graph, set.embedding.width));
  const features = set.channels.length * set.bands.length;
  if (eeg.steps === set.steps && eeg.features === features) return { eeg, music };
  const told = `${eeg.steps} steps of ${eeg.features} (${set.steps} of ${features}, as model.json says)`;
  throw new AppError('invalid', `invalid model: ${place} (eeg.onnx hears ${told})`);
}
