import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bridgeScores } from './bridgeScores';
import { dynamicScores } from './dynamicScores';
import { eegScores } from './eegScores';
import { embeddingScores } from './embeddingScores';
import { emotionScores } from './emotionScores';
import type { HeadlineScore, ScoreReader } from './headlineScore';
import { tripletScores } from './tripletScores';

/** What a model's JSON says it is worth. */
export interface ModelScores {
  scores: HeadlineScore[];
  /** What there is instead, in a sentence, where it says none that is known here. */
  instead: string | null;
}

const readers: Partial<Record<string, ScoreReader[]>> = {
  bridge: bridgeScores,
  dynamic: dynamicScores,
  eeg: eegScores,
  embedding: embeddingScores,
  emotion: emotionScores,
  triplet: tripletScores,
};

/**
 * The headline scores of a model, from the JSON that its training wrote: NAME.json, or NAME/model.json of one that is a
 * folder.
 */
export async function modelScores(folder: string, name: string): Promise<ModelScores> {
  for (const file of [`${name}.json`, `${name}/model.json`]) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => null);
    if (text !== null) return scoresIn(file, name.replace(/-\d+$/, ''), text);
  }
  return { scores: [], instead: `There is no ${name}.json to read scores from.` };
}

function scoresIn(file: string, kind: string, text: string): ModelScores {
  const json = parsed(text);
  if (json === null) return { scores: [], instead: `${file} cannot be read: it holds no JSON object.` };
  const scores = (readers[kind] ?? []).flatMap((read) => read(json) ?? []);
  const instead =
    scores.length > 0 ? null : `${file} tells no score that is known here; it holds ${partsOf(json)}.`;
  return { scores, instead };
}

function parsed(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' ? json : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const partsOf = (json: object): string => Object.keys(json).slice(0, 12).join(', ') || 'nothing';
