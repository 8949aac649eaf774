import { readFile } from 'node:fs/promises';
import { loadEmotionModel, type EmotionModel } from '@/ml/emotion/emotionModel';
import { embeddingGraph, installedModel, type InstalledModel } from '../base/installedModel';

let model: Promise<EmotionModel> | undefined;

/** The installed model, loaded on first use and kept. */
export function emotionModel(): Promise<EmotionModel> {
  model ??= load(installedModel());
  return model;
}

async function load(installed: InstalledModel): Promise<EmotionModel> {
  const { graph, definition } = installed;
  const network = await readFile(embeddingGraph(installed));
  return loadEmotionModel({ network, head: await readFile(graph), definition });
}
