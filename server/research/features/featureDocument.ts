import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Change } from '@/ml/signal/changes';
import { AnalysisClient } from '../../analysis/analysisClient';
import { answerOf } from '../../analysis/answerOf';
import { AppError } from '../../base/errors';
import { plainText } from '../../base/inputShapes';
import { invalidInput } from '../../base/invalidInput';
import { Turns } from '../../base/turns';
import { audioFileOf } from '../../streams/audioFile';
import type { Series } from '../recordings/series';
import { bidsStim } from '../recordings/write/bidsStim';
import { npyBytes } from '../recordings/write/npyBytes';
import { seriesCsv } from '../recordings/write/seriesCsv';
import { changeNames } from './changedSeries';
import type { FeatureStore } from './featureNamed';
import { preparedFeature } from './preparedFeature';
import { stimulusFeatures } from './stimulusFeatures';

/** The documents that a feature is given as: CSV, NPY, and the two files that BIDS has. */
const writers = {
  'features.csv': {
    mediaType: 'text/csv; charset=utf-8',
    write: (series: Series) => Readable.toWeb(Readable.from(inBytes(seriesCsv(series)))),
  },
  'features.npy': { mediaType: 'application/octet-stream', write: ({ values }: Series) => npyBytes(values) },
  'features.tsv.gz': { mediaType: 'application/gzip', write: (series: Series) => bidsStim(series).tsv },
  'features.json': { mediaType: 'application/json', write: (series: Series) => bidsStim(series).json },
};

export type FeatureDocument = keyof typeof writers;

/** The names of the documents. */
export const featureDocuments = Object.keys(writers) as FeatureDocument[];

const question = z.strictObject({
  feature: plainText(300).min(1, 'the name of a feature'),
  change: z.enum(changeNames as [Change, ...Change[]]).optional(),
  tr: z.coerce.number().min(1e-3).max(1e4).optional(),
  samples: z.coerce.number().int().min(2).max(1e7).optional(),
});

/** One feature of a track, as a document of it is asked for. */
export interface FeatureQuestion {
  trackId: number;
  document: FeatureDocument;
  /** feature; change, tr (seconds) and samples as `research features` takes them. */
  parameters: URLSearchParams;
  signal?: AbortSignal;
}

/** One at a time, since each takes a process of its own. */
const turns = new Turns({ atOnce: 1, mostWaiting: 32, what: 'features' });

/**
 * A feature of a track as a document. What was not computed before is computed now, which for a track of some minutes
 * takes some seconds. Throws AppError 'invalid' or 'not-found' for a wrong question, 'too-many' where too many wait, and as
 * the file or network fails.
 */
export async function featureDocument(
  store: FeatureStore,
  { trackId, document, parameters, signal }: FeatureQuestion,
): Promise<{ mediaType: string; body: BodyInit }> {
  const { feature, change, tr, samples } = checked(parameters);
  const { path } = await audioFileOf(store.database, trackId);
  const series = await turns.run(() => featureOf(store, { path, feature }, signal), signal);
  const recording = tr === undefined ? undefined : { hopSeconds: tr, samples };
  const { mediaType, write } = writers[document];
  return {
    mediaType,
    body: write(preparedFeature(series, { name: feature, recording, change })) as BodyInit,
  };
}

function* inBytes(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function checked(parameters: URLSearchParams) {
  const given = Object.fromEntries(parameters);
  const parsed = question.safeParse(given);
  if (!parsed.success) throw invalidInput(parsed.error, given);
  const { tr, samples } = parsed.data;
  if (samples !== undefined && tr === undefined)
    throw new AppError('invalid', `invalid samples: ${samples} (tr says how far apart they are)`);
  return parsed.data;
}

async function featureOf(
  store: FeatureStore,
  { path, feature }: { path: string; feature: string },
  signal?: AbortSignal,
): Promise<Series> {
  const client = new AnalysisClient();
  try {
    const outcome = await stimulusFeatures({ ...store, client }, { path, wanted: [feature] }, { signal });
    return answerOf(outcome)[feature];
  } finally {
    client.close();
  }
}
