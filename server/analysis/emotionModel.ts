import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadEmotionModel, type EmotionModel } from '@/ml/emotion/emotionModel';
import { installedModel, type InstalledModel } from '../base/installedModel';

let model: Promise<EmotionModel> | undefined;

/** The installed model, loaded on first use and kept. */
export function emotionModel(): Promise<EmotionModel> {
  model ??= load(installedModel());
  return model;
}

async function load({ graph, definition }: InstalledModel): Promise<EmotionModel> {
  const network = join(dirname(graph), basename(String(definition.network)));
  return loadEmotionModel({ network: await readFile(network), head: await readFile(graph), definition });
}
