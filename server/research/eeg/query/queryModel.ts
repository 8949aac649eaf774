import { join } from 'node:path';
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
  release(): Promise<void>;
}

/** Which of a model's networks are asked: one dimension's, or all. */
export type QueryDimension = 'valence' | 'arousal' | 'both';

/**
 * Loads the networks of a model that are for any listener.
 *
 * @throws AppError 'unreadable' or 'invalid' for what is no model, or has no network of the dimension
 */
export async function loadQueryModel(folder: string, dimension: QueryDimension): Promise<QueryModel> {
  const record = await readEegModel(folder);
  const wanted = record.networks.filter(
    (network) =>
      network.participant === null &&
      (dimension === 'both' || network.dimension === 'joint' || network.dimension === dimension),
  );
  if (wanted.length === 0)
    throw new AppError(
      'invalid',
      `invalid model: ${folder} (no network for any listener tells ${dimension})`,
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
    return { record, networks, release };
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
      throw new AppError('unreadable', `invalid model: ${join(place, name)} (${plainReason(cause)})`, {
        cause,
      });
    });
  const eeg = await loaded('eeg.onnx', loadEegStream);
  const music = await loaded('music.onnx', (graph) => loadMusicStream(graph, set.embedding.width));
  const features = set.channels.length * set.bands.length;
  if (eeg.steps === set.steps && eeg.features === features) return { eeg, music };
  const told = `${eeg.steps} steps of ${eeg.features} (${set.steps} of ${features}, as model.json says)`;
  throw new AppError('invalid', `invalid model: ${place} (eeg.onnx hears ${told})`);
}
