import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../base/errors';
import { modelScores, type ModelScores } from './scores/modelScores';

/** What a list says of a model. */
export interface ModelSummary {
  /** As its files are called: emotion-1. */
  name: string;
  /** The first sentence of its card. */
  about: string;
  /** Size of its graph; null for a model of which only the card is kept, because it was not shipped. */
  bytes: number | null;
}

export interface ModelCard extends ModelSummary {
  markdown: string;
  /** What its JSON says it is worth. */
  worth: ModelScores;
}

const cardName = /^([a-z]+-\d+)\.md$/;

/** Every model that has a card in `folder`, by kind, the newest of a kind first. */
export async function listModels(folder: string): Promise<ModelSummary[]> {
  const names = (await readdir(folder)).flatMap((file) => cardName.exec(file)?.[1] ?? []);
  const cards = await Promise.all(names.map((name) => readCard(folder, name)));
  return cards.map(({ name, about, bytes }) => ({ name, about, bytes })).sort(byKind);
}

/** One model's card. Throws AppError 'not-found'. */
export async function modelCard(folder: string, name: string): Promise<ModelCard> {
  const known = cardName.test(`${name}.md`) && (await readdir(folder)).includes(`${name}.md`);
  if (!known)
    throw new AppError('not-found', `invalid model: ${name} (no such card: choose one of the list)`);
  const [card, worth] = await Promise.all([readCard(folder, name), modelScores(folder, name)]);
  return { ...card, worth };
}

async function readCard(folder: string, name: string): Promise<Omit<ModelCard, 'worth'>> {
  const markdown = await readFile(join(folder, `${name}.md`), 'utf8');
  const graph = await stat(join(folder, `${name}.onnx`)).catch(() => null);
  return { name, about: firstSentence(markdown), bytes: graph?.size ?? null, markdown };
}

/** The first sentence of the first paragraph after the title, without marks of emphasis and code. */
function firstSentence(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((block) => /^[^#|\s>-]/.test(block)) ?? '';
  const text = paragraph.replaceAll(/[*_`]/g, '').replaceAll(/\s+/g, ' ').trim();
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}

function byKind(one: ModelSummary, other: ModelSummary): number {
  const [[kind, number], [otherKind, otherNumber]] = [one.name.split('-'), other.name.split('-')];
  return kind.localeCompare(otherKind) || Number(otherNumber) - Number(number);
}
