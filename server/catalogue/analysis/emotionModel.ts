import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadEmotionModel, type EmotionModel } from '@/ml/emotion/emotionModel';
import { AppError } from '../../errors';
import { packageRoot } from '../../packageRoot';

/** The emotion model that is installed: ml/models/emotion-N.onnx with the highest N, and the JSON beside it. */
export interface InstalledModel {
  /** Profiles are stored under it: a new one has every track analysed again. */
  version: string;
  /** Path of the graph that tells the point; the embedding network's lies beside it. */
  graph: string;
  /** Everything the JSON says. */
  definition: Record<string, unknown>;
}

let found: InstalledModel | undefined;
let model: Promise<EmotionModel> | undefined;

/** What is installed, without loading it. Throws AppError 'unavailable' where there is no model. */
export function installedModel(): InstalledModel {
  found ??= find(join(packageRoot(), 'ml', 'models'));
  return found;
}

/** The installed model, loaded on first use and kept. */
export function emotionModel(): Promise<EmotionModel> {
  model ??= load(installedModel());
  return model;
}

function find(folder: string): InstalledModel {
  const numbers = readdirSync(folder).flatMap(
    (name) => /^emotion-(\d+)\.json$/.exec(name)?.slice(1).map(Number) ?? [],
  );
  if (numbers.length === 0)
    throw new AppError('unavailable', `there is no emotion model in ${folder}: install again`);
  const newest = join(folder, `emotion-${Math.max(...numbers)}`);
  const definition = JSON.parse(readFileSync(`${newest}.json`, 'utf8')) as Record<string, unknown>;
  return { version: String(definition.version), graph: `${newest}.onnx`, definition };
}

async function load({ graph, definition }: InstalledModel): Promise<EmotionModel> {
  const network = join(dirname(graph), basename(String(definition.network)));
  return loadEmotionModel({ network: await readFile(network), head: await readFile(graph), definition });
}
