import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Series } from '../recordings/series';
import { writeBidsStim } from '../recordings/write/bidsStim';
import { writeSeriesNpy } from '../recordings/write/npyBytes';
import { writeSeriesCsv } from '../recordings/write/seriesCsv';

/** How features are written to files. */
export const featureFormats = ['bids', 'csv', 'npy'] as const;
export type FeatureFormat = (typeof featureFormats)[number];

/** A feature to be written. */
export interface NamedFeature {
  /** What the sound is called. */
  sound: string;
  /** What the feature is called, its change included. */
  name: string;
  series: Series;
  format: FeatureFormat;
}

/**
 * Writes a feature into a folder, which is made where it is not there. BIDS: SOUND_recording-FEATURE_stim.tsv.gz with its
 * JSON; CSV: a header and the time of every sample; NPY: the numbers, with names and times in a JSON file beside them.
 *
 * @returns the paths of the files
 */
export async function writeFeature(
  folder: string,
  { sound, name, series, format }: NamedFeature,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const stem = fileWords(sound) || 'sound';
  if (format === 'bids') {
    const place = join(folder, `${stem}_recording-${bidsLabel(name)}`);
    await writeBidsStim(place, series, name);
    return [`${place}_stim.tsv.gz`, `${place}_stim.json`];
  }
  const place = join(folder, `${stem}_${fileWords(name)}`);
  if (format === 'csv') {
    await writeSeriesCsv(`${place}.csv`, series);
    return [`${place}.csv`];
  }
  await writeSeriesNpy(`${place}.npy`, series);
  const { hopSeconds, startSeconds, columns } = series;
  await writeFile(
    `${place}.json`,
    `${JSON.stringify({ name, hopSeconds, startSeconds, columns }, null, 2)}\n`,
  );
  return [`${place}.npy`, `${place}.json`];
}

/** Words that any file system takes, parted by hyphens. */
function fileWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
}

/** Letters and digits alone, as BIDS has its labels. */
function bidsLabel(text: string): string {
  const [first = '', ...rest] = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [first, ...rest.map((word) => word[0].toUpperCase() + word.slice(1))].join('') || 'feature';
}
