import type { AnalysisClient, RequestOptions } from '../../analysis/analysisClient';
import type { AnalysisOutcome } from '../../analysis/analysisKind';
import type { FileIdentity } from '../../analysis/fileFacts';
import { hear } from '../../analysis/hear';
import { identify } from '../../analysis/identify';
import { questionTo } from '../../analysis/listenerKind';
import { readSeries } from '../recordings/readSeries';
import type { Series } from '../recordings/series';
import type { AvailableFeature } from './availableFeatures';
import type { FeatureTarget } from './feature';
import { FeatureCache } from './featureCache';
import { featureNamed, type FeatureStore } from './featureNamed';
import { features } from './features';

/** What it takes to have features computed. */
export interface FeatureTools extends FeatureStore {
  /** Free for as long as this takes. */
  client: AnalysisClient;
}

/** A sound of which features are wanted. */
export interface FeatureRequest {
  path: string;
  /** What the file was when it was identified: another is refused. It is identified first where left out. */
  identity?: FileIdentity;
  /** Names of features, each once. */
  wanted: readonly string[];
}

/** Features by the names that they were asked for by, each at its own rate. */
export type StimulusFeatures = Record<string, Series>;

/**
 * Features of a sound file: of a track of the catalogue, or of a study's stimulus. What was not computed before is
 * computed with one decoding of the file, in the watched process, and kept in the cache of the data directory.
 * Throws AppError 'not-found' for a feature that nothing is called by, 'too-large' for a series that is too long to be
 * held (of a cochleogram, above half an hour). Everything that the file or a network can be at fault for is an outcome.
 */
export async function stimulusFeatures(
  tools: FeatureTools,
  { path, identity, wanted }: FeatureRequest,
  options: RequestOptions = {},
): Promise<AnalysisOutcome<StimulusFeatures>> {
  const named = new Map<string, AvailableFeature>();
  for (const name of wanted) named.set(name, await featureNamed(tools, name));
  const identified = identity
    ? { kind: 'answered' as const, answer: { identity } }
    : await tools.client.request(identify, { path }, { signal: options.signal });
  if (identified.kind !== 'answered') return identified;
  const sound = { path, identity: identified.answer.identity };
  const cache = new FeatureCache(tools.dataDirectory);
  const ended = await compute(sound, { cache, named: [...named.values()], client: tools.client, options });
  if (ended.kind !== 'answered') return ended;
  const answer: StimulusFeatures = {};
  for (const [name, feature] of named)
    answer[name] = await readFeature(cache.fileOf(sound.identity.payloadHash, feature), feature);
  await cache.trim();
  return { kind: 'answered', answer };
}

interface Computing {
  cache: FeatureCache;
  named: AvailableFeature[];
  client: AnalysisClient;
  options: RequestOptions;
}

interface Sound {
  path: string;
  identity: FileIdentity;
}

/** Computes what is not in the cache. */
async function compute(
  { path, identity }: Sound,
  { cache, named, client, options }: Computing,
): Promise<AnalysisOutcome<null>> {
  const missing = new Map<string, AvailableFeature>();
  for (const feature of named) {
    const file = cache.fileOf(identity.payloadHash, feature);
    if (!(await cache.has(file))) missing.set(file, feature);
  }
  let ended: AnalysisOutcome<null> = { kind: 'answered', answer: null };
  if (missing.size === 0) return ended;
  const wanted = [...missing.values()];
  await cache.fill([...missing.keys()], async (unfinished) => {
    const targets = unfinished.map((file, i): FeatureTarget => ({ feature: wanted[i].feature, path: file }));
    const hearing = { path, identity, listeners: [questionTo(features, targets)] };
    const heard = await client.request(hear, hearing, options);
    // Both ends of the channel are of one build: this listener answers null.
    ended = heard.kind === 'answered' ? (heard.answer[features.name] as AnalysisOutcome<null>) : heard;
    return ended.kind === 'answered';
  });
  return ended;
}

async function readFeature(
  file: string,
  { hopSeconds, startSeconds, columnName }: AvailableFeature,
): Promise<Series> {
  const { values } = await readSeries(file, { hopSeconds, startSeconds });
  const columns = Array.from({ length: values.columns }, (_, i) => ({ name: columnName(i), unit: null }));
  return { hopSeconds, startSeconds, columns, values };
}
