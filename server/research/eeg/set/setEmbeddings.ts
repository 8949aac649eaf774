import { resolve } from 'node:path';
import { answerOf } from '../../../analysis/answerOf';
import { AppError } from '../../../base/errors';
import { featureNamed } from '../../features/featureNamed';
import { stimulusFeatures, type FeatureTools } from '../../features/stimulusFeatures';
import { readSeries } from '../../recordings/readSeries';
import type { Series } from '../../recordings/series';
import type { EegSetDescription } from './eegSetDescription';
import type { TrackRow } from './trackTable';
import { trackSound } from './trackSound';

/** The product's own embedding, which every track of the catalogue has. */
export const ownEmbedding = 'circumplex embedding';

/** Seconds from sample to sample, and from the track's start to the middle of the first (half of a hop where left out). */
interface BroughtTiming {
  hopSeconds?: number;
  startSeconds?: number;
}

/** What it takes to have tracks embedded. */
export interface EmbeddingTools {
  tools: FeatureTools;
  /** The folder of the tables, which paths begin in. */
  folder: string;
  /** A feature by its name: `circumplex embedding`, an added network, or NETWORK:LAYER. */
  name: string;
  /** Of embeddings that are brought as files, where these do not say. */
  brought: BroughtTiming;
  onTrack: (done: number, track: string) => void;
  signal?: AbortSignal;
}

/** Tracks with what is heard in them over time. */
export interface EmbeddedTracks {
  embedding: EegSetDescription['embedding'];
  /** By the track's name. */
  series: Map<string, Series>;
}

/**
 * The embedding of all tracks over time, of their sounds or as it was brought.
 *
 * @throws AppError where a sound cannot be heard or found, and 'invalid' where embeddings are not of one kind
 */
export async function setEmbeddings(
  tracks: readonly TrackRow[],
  { tools, folder, name, brought, onTrack, signal }: EmbeddingTools,
): Promise<EmbeddedTracks> {
  const series = new Map<string, Series>();
  for (const [done, track] of tracks.entries()) {
    signal?.throwIfAborted();
    onTrack(done, track.name);
    series.set(
      track.name,
      track.embedding === null
        ? await heardSeries(track, { tools, folder, name, signal })
        : await broughtSeries(resolve(folder, track.embedding), track, brought),
    );
  }
  return { embedding: await described({ tools, name }, tracks, [...series.values()]), series };
}

async function heardSeries(
  { sound, row }: TrackRow,
  { tools, folder, name, signal }: Pick<EmbeddingTools, 'tools' | 'folder' | 'name' | 'signal'>,
): Promise<Series> {
  if (sound === null) return row.refuse('sound: it is missing');
  const path = await trackSound(sound, folder, { tools, signal });
  const outcome = await stimulusFeatures(tools, { path, wanted: [name] }, { signal });
  signal?.throwIfAborted();
  if (outcome.kind === 'failed') return row.refuse(`sound ${sound}: ${outcome.reason}`);
  return answerOf(outcome)[name];
}

async function broughtSeries(path: string, { row }: TrackRow, brought: BroughtTiming): Promise<Series> {
  const read = await readSeries(path);
  const hopSeconds = brought.hopSeconds ?? read.hopSeconds;
  if (hopSeconds === null)
    return row.refuse('embedding: it does not say how far its samples are apart (--embedding-hop)');
  return { ...read, hopSeconds, startSeconds: brought.startSeconds ?? read.startSeconds ?? hopSeconds / 2 };
}

async function described(
  { tools, name }: Pick<EmbeddingTools, 'tools' | 'name'>,
  tracks: readonly TrackRow[],
  series: readonly Series[],
): Promise<EegSetDescription['embedding']> {
  const [first] = series;
  const other = series.findIndex(
    ({ values, hopSeconds }) => values.columns !== first.values.columns || hopSeconds !== first.hopSeconds,
  );
  if (other > 0)
    throw new AppError(
      'invalid',
      `invalid embedding of ${tracks[other].name}: ${widthAndHop(series[other])} (${widthAndHop(first)}, as ${tracks[0].name})`,
    );
  const isBrought = tracks.some(({ embedding }) => embedding !== null);
  const heard = tracks.some(({ embedding }) => embedding === null);
  if (isBrought && heard)
    throw new AppError(
      'invalid',
      'invalid tracks: some have a sound and some an embedding (all of one kind)',
    );
  const version = isBrought ? null : (await featureNamed(tools, name)).version;
  return {
    name: isBrought && name === ownEmbedding ? 'brought' : name,
    width: first.values.columns,
    hopSeconds: first.hopSeconds ?? 0,
    version,
  };
}

const widthAndHop = ({ values, hopSeconds }: Series): string =>
  `${values.columns} numbers every ${hopSeconds} s`;
