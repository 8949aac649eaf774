import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from './errors';
import { modelFolder, newestModel } from './newestModel';

/** The emotion model that is installed: ml/models/emotion-N.onnx with the highest N, and the JSON beside it. */
export interface InstalledModel {
  /** As its files are called: emotion-3. */
  name: string;
  /** Profiles are stored under it: a new one has every track analysed again. */
  version: string;
  /** Path of the graph that tells the point. */
  graph: string;
  /** Everything the JSON says. */
  definition: Record<string, unknown>;
}

/** Path of the embedding network's graph, which the model is built on. */
export const embeddingGraph = ({ graph, definition }: InstalledModel): string =>
  join(dirname(graph), basename(String(definition.network)));

let found: InstalledModel | undefined;

/** What is installed, without loading it. Throws AppError 'unavailable' where there is no model. */
export function installedModel(): InstalledModel {
  found ??= find(modelFolder());
  return found;
}

function find(folder: string): InstalledModel {
  const newest = newestModel(folder, 'emotion', '.json');
  if (newest === null) throw new AppError('unavailable', `there is no emotion model: install again`);
  const path = join(folder, newest);
  const definition = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Record<string, unknown>;
  return { name: newest, version: String(definition.version), graph: `${path}.onnx`, definition };
}
