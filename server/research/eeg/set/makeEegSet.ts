import type { z } from 'zod';
import { parseInput } from '../../../base/parseInput';
import type { FeatureTools } from '../../features/stimulusFeatures';
import { entropyPlanOf } from '../entropy/entropyWish';
import { wholeFolder } from '../wholeFolder';
import type { AddedRecording } from './addRecording';
import { describeSet } from './describeSet';
import { commonSites } from './headSites';
import { openSources } from './openSources';
import { summedCounts, type SetCounts } from './setCounts';
import { setEmbeddings } from './setEmbeddings';
import { setSources } from './setSources';
import { setWish } from './setWish';
import { writeSet } from './writeSet';

/** Of the work, embedding the tracks. */
const embeddingShare = 0.3;

/** A folder of recordings, where its training set goes, and how it is made. */
export interface SetMakingWish {
  folder: string;
  out: string;
  wish: z.input<typeof setWish>;
}

/** What it takes to make a set, and how it is followed and stopped. */
interface MakingOptions {
  tools: FeatureTools;
  onProgress?: (share: number, current: string) => void;
  signal?: AbortSignal;
}

/** What a set holds, and what was left out of it. */
export interface MadeEegSet {
  title: string;
  simulated: boolean;
  participants: string[];
  tracks: string[];
  channels: string[];
  /** Channels that not all recordings have. */
  leftOutChannels: string[];
  counts: SetCounts;
  recordings: AddedRecording[];
  warnings: string[];
}

/**
 * Makes a training set (`ml/training/eeg/README.md`) of a folder of recordings: windows of differential entropy of what
 * participants' heads did during tracks, and the embedding of the same stretches of the same tracks. Whole, or nothing.
 *
 * @throws AppError naming the table's line, the recording or the sound that cannot be used, 'conflict' where something
 *   is in the folder; an AbortError on `signal`
 */
export async function makeEegSet(
  { folder, out, wish: asked }: SetMakingWish,
  { tools, onProgress, signal }: MakingOptions,
): Promise<MadeEegSet> {
  const wish = parseInput(setWish, asked);
  const plan = entropyPlanOf(wish.measuring.entropy);
  const from = await setSources(folder);
  const opened = await openSources(from.sources, { cleaning: wish.measuring.cleaning, plan });
  const { common, others } = commonSites(opened.map(({ sites }) => sites));
  return wholeFolder(out, async (unfinished) => {
    const heard = await setEmbeddings(from.tracks, {
      ...{ tools, folder, name: wish.embedding, signal },
      brought: { hopSeconds: wish.broughtHopSeconds, startSeconds: wish.broughtStartSeconds },
      onTrack: (done, track) => onProgress?.((embeddingShare * done) / from.tracks.length, track),
    });
    const description = describeSet({ from, opened, wish, plan, channels: common, heard });
    const onRecording = (share: number, name: string) =>
      onProgress?.(embeddingShare + (1 - embeddingShare) * share, name);
    const recordings = await writeSet(opened, {
      ...{ folder: unfinished, description, plan, signal, onRecording },
      series: heard.series,
    });
    return {
      ...{ title: description.title, simulated: description.simulated },
      participants: description.participants.map(({ name }) => name),
      tracks: description.tracks.map(({ name }) => name),
      ...{ channels: common, leftOutChannels: others, recordings },
      counts: summedCounts(recordings.map(({ counts }) => counts)),
      warnings: opened.flatMap(({ warnings }) => warnings),
    };
  });
}
