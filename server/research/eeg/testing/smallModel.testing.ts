import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';
import type { EegModelRecord, EegScore } from '../model/eegModelRecord';

/** Sites and bands of the small model: six features a step, four steps a window. */
export const smallSites = ['F3', 'F4', 'O1'];
export const smallBands = [
  { name: 'alpha', fromHz: 8, toHz: 13 },
  { name: 'beta', fromHz: 13, toHz: 30 },
];
export const smallWidth = 8;
/** What its embedding is called. */
export const smallEmbedding = 'waves';

const scoreOf = (mean: number, aboveLow: number): EegScore => ({
  ...{ mean, low: mean - 0.05, high: mean + 0.05 },
  ...{ chance: 0.5, p: 0.01, participants: [0.45, 0.75] },
  aboveChance: { mean: mean - 0.5, low: aboveLow, high: mean },
});

/** A record of the small model. */
export function smallRecord(aboveLow: number): EegModelRecord {
  return {
    ...{ format: 'circumplex-eeg-1', seed: 1, preset: 'tiny', simulated: true },
    set: {
      ...{ title: 'Simulated EEG of nobody', simulated: true, channels: smallSites, bands: smallBands },
      ...{ windowSeconds: 4, hopSeconds: 1, stepSeconds: 1, steps: 4 },
      embedding: { name: smallEmbedding, width: smallWidth, hopSeconds: 1 },
      participants: ['nobody', 'a'],
    },
    networks: [{ dimension: 'joint', folder: 'joint', participant: null }],
    evaluations: (['tracks', 'both'] as const).flatMap((scheme) =>
      (['valence', 'arousal'] as const).map((dimension) => ({
        ...{ scheme, dimension, variant: 'full' },
        eeg: { accuracy: scoreOf(0.6, 0.1) },
        emotion: { map: scoreOf(0.58, scheme === 'both' ? aboveLow : 0.05) },
      })),
    ),
  };
}

/** Writes a model whose graphs PyTorch made, with random weights, and whose record is made up. */
export function writeSmallModel(
  folder: string,
  { aboveLow = 0.02, embedding = smallEmbedding, personal = null as number | null } = {},
): string {
  const record = smallRecord(aboveLow);
  if (personal !== null)
    record.networks.push({ dimension: 'joint', folder: `personal/${personal}/joint`, participant: personal });
  const reference = join(packageRoot(), 'ml', 'eeg', 'model', 'reference', 'joint');
  for (const { folder: place } of record.networks) {
    mkdirSync(join(folder, place), { recursive: true });
    for (const name of ['eeg.onnx', 'music.onnx'])
      copyFileSync(join(reference, name), join(folder, place, name));
  }
  record.set.embedding.name = embedding;
  writeFileSync(join(folder, 'model.json'), JSON.stringify(record));
  return folder;
}
