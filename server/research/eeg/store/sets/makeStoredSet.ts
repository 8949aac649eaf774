import type { eegStudies } from '@/db/schema';
import type { JobTools } from '../../../../jobs/jobKind';
import { measuringWish } from '../../entropy/measuringWish';
import { describeSet } from '../../set/describeSet';
import { EegSetWriter } from '../../set/eegSetWriter';
import type { EegSetDescription } from '../../set/eegSetDescription';
import { commonSites, headSites } from '../../set/headSites';
import { setEmbeddings, type EmbeddedTracks } from '../../set/setEmbeddings';
import { setWish } from '../../set/setWish';
import { AppError } from '../../../../base/errors';
import { wholeFolder } from '../../wholeFolder';
import type { ModelSettings } from '../models/modelWish';
import { addStoredTrials } from './addStoredTrials';
import { storedSources, type StoredSources } from './storedSources';

/** Of the work, embedding the tracks. */
const embeddingShare = 0.7;

/** A study to make a training set of, and where it goes. */
interface SetMaking {
  study: typeof eegStudies.$inferSelect;
  settings: ModelSettings;
  dataDirectory: string;
  /** A new folder. */
  out: string;
}

interface MakingOptions {
  tools: Pick<JobTools, 'database' | 'client' | 'signal'>;
  onProgress: (share: number) => void;
}

/**
 * Makes a training set (`ml/training/eeg/README.md`) of the measured windows of a study: nothing is cleaned again. Whole,
 * or nothing.
 *
 * @throws AppError 'invalid' where the study has nothing to train on, and for sounds that cannot be heard; an AbortError
 *   on `tools.signal`
 */
export async function makeStoredSet(
  { study, settings, dataDirectory, out }: SetMaking,
  { tools, onProgress }: MakingOptions,
): Promise<void> {
  const { database, client, signal } = tools;
  const stored = await storedSources(database, study.id);
  const heard = await setEmbeddings(stored.tracks, {
    ...{ tools: { database, client, dataDirectory }, folder: dataDirectory, signal },
    ...{ name: settings.embedding, brought: {} },
    onTrack: (done) => onProgress((embeddingShare * done) / stored.tracks.length),
  });
  const description = descriptionOf(study, stored, heard);
  await wholeFolder(out, (folder) => writeWindows(folder, { description, stored, heard, dataDirectory, tools, onProgress })); // prettier-ignore
}

function descriptionOf(
  { title, simulated }: SetMaking['study'],
  { sources, tracks }: StoredSources,
  heard: EmbeddedTracks,
): EegSetDescription {
  const [{ recording, report }] = sources;
  const { common } = commonSites(sources.map((source) => headSites(source.report.channels)));
  return describeSet({
    from: { title, simulated, tracks },
    opened: sources.map(({ recording: { participant }, trials }) => ({ participant, trials })),
    wish: setWish.parse({ title, measuring: measuringWish.parse(recording.measuring) }),
    plan: report.plan,
    channels: common,
    heard,
  });
}

interface Writing {
  description: EegSetDescription;
  stored: StoredSources;
  heard: EmbeddedTracks;
  dataDirectory: string;
  tools: MakingOptions['tools'];
  onProgress: (share: number) => void;
}

async function writeWindows(
  folder: string,
  { description, stored: { sources }, heard, dataDirectory, tools, onProgress }: Writing,
): Promise<void> {
  const { steps, channels, bands, embedding } = description;
  const sizes = { steps, features: channels.length * bands.length, width: embedding.width };
  const writer = await EegSetWriter.create(folder, sizes);
  try {
    for (const [done, source] of sources.entries()) {
      tools.signal.throwIfAborted();
      onProgress(embeddingShare + ((1 - embeddingShare) * done) / sources.length);
      await addStoredTrials(source, { writer, description, series: heard.series, dataDirectory });
    }
    if (writer.count === 0)
      throw new AppError('invalid', 'invalid study: no window is left of its trials (see what was dropped)');
    await writer.finish(description);
  } finally {
    await writer.close();
  }
}
