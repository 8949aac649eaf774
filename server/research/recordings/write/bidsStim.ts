import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { AppError } from '../../../base/errors';
import type { Series } from '../series';
import { cellOf } from './seriesCsv';

/** The two files of one continuous recording in BIDS. */
interface BidsStim {
  /** NAME_stim.tsv.gz: rows of numbers parted by tabs, without a header. */
  tsv: Buffer;
  /** NAME_stim.json: what the columns are, how often and since when they are sampled. */
  json: string;
}

/**
 * A series as BIDS writes stimuli and physiology (BIDS 1.10, "Physiological and other continuous recordings").
 * A start that is not known is written as 0.
 *
 * @param description what it is, for whoever finds the file; left out where not given
 * @throws AppError 'invalid' where the hop is not known: BIDS requires a sampling frequency
 */
export function bidsStim(series: Series, description?: string): BidsStim {
  const { hopSeconds, startSeconds, columns, values } = series;
  if (hopSeconds === null) throw new AppError('invalid', 'invalid hopSeconds: (none) (BIDS needs the rate)');
  const lines = Array.from({ length: values.rows }, (_, row) =>
    Array.from(values.values.subarray(row * values.columns, (row + 1) * values.columns), cellOf).join('\t'),
  );
  const units = columns.filter(({ unit }) => unit !== null);
  const sidecar = {
    ...Object.fromEntries(units.map(({ name, unit }) => [name, { Units: unit }])),
    ...(description === undefined ? {} : { Description: description }),
    SamplingFrequency: 1 / hopSeconds,
    StartTime: startSeconds ?? 0,
    Columns: columns.map(({ name }) => name),
  };
  return { tsv: gzipSync(`${lines.join('\n')}\n`), json: `${JSON.stringify(sidecar, null, 2)}\n` };
}

/**
 * Writes STEM_stim.tsv.gz and STEM_stim.json.
 *
 * @param stem path and name without the ending, such as /out/sub-01_task-happy
 */
export async function writeBidsStim(stem: string, series: Series, description?: string): Promise<void> {
  const { tsv, json } = bidsStim(series, description);
  await writeFile(`${stem}_stim.tsv.gz`, tsv);
  await writeFile(`${stem}_stim.json`, json);
}
