import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnalysisClient } from '../../analysis/analysisClient';
import { unfinishedName } from '../../base/cleanUnfinished';
import { AppError } from '../../base/errors';
import { trimFolder } from '../../base/trimFolder';
import { renderSection, type RenderedSection, type SectionQuestion } from './renderSection';

/** What is kept of rendered sections, in bytes; those used least recently go first. */
const cacheBytes = 8 * 1024 ** 3;
/** Counts what changes the samples of an equal question. */
const renderVersion = 1;

/** A section that was rendered, and where it lies. */
export interface RenderedMedia extends RenderedSection {
  path: string;
}

/** Where sections are rendered and kept. */
export interface RenderPlace {
  dataDirectory: string;
  /** Asked for one section at a time. */
  client: AnalysisClient;
  signal?: AbortSignal;
}

/** A section to be rendered, of a sound that is known by its hash. */
export type MediaQuestion = Omit<SectionQuestion, 'target' | 'madeAt'> & { payloadHash: string };

/**
 * A section as a sound file, rendered on first demand by the watched analysis process and kept.
 *
 * @throws AppError of the kind that says why it cannot be rendered
 */
export async function renderedMedia(place: RenderPlace, question: MediaQuestion): Promise<RenderedMedia> {
  const folder = renderFolder(place.dataDirectory);
  // The same sound under another path is the same section.
  const named = { ...question, file: undefined };
  const hash = createHash('sha256').update(JSON.stringify([renderVersion, named]));
  const path = join(folder, `${hash.digest('hex')}.${question.format}`);
  const kept = await keptSection(path);
  if (kept) return { ...kept, path };
  await mkdir(folder, { recursive: true });
  const unfinished = unfinishedName(path);
  try {
    const section = await rendered(place, { ...question, target: unfinished });
    await writeFile(`${path}.json`, JSON.stringify(section));
    await rename(unfinished, path);
    return { ...section, path };
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Deletes what was rendered and not used for long. Not to be called while what was rendered is still to be sent. */
export async function trimRendered(dataDirectory: string): Promise<void> {
  await mkdir(renderFolder(dataDirectory), { recursive: true });
  await trimFolder(renderFolder(dataDirectory), cacheBytes);
}

function renderFolder(dataDirectory: string): string {
  return join(dataDirectory, 'cache', 'film');
}

/** What is told of a kept file, which is marked as used now; undefined where it is not there whole. */
async function keptSection(path: string): Promise<RenderedSection | undefined> {
  const now = new Date();
  try {
    for (const file of [path, `${path}.json`]) await utimes(file, now, now);
    return JSON.parse(await readFile(`${path}.json`, 'utf8')) as RenderedSection;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function rendered(
  { client, signal }: RenderPlace,
  question: Omit<SectionQuestion, 'madeAt'>,
): Promise<RenderedSection> {
  const madeAt = new Date().toISOString();
  const outcome = await client.request(renderSection, { ...question, madeAt }, { signal });
  if (outcome.kind === 'answered') return outcome.answer;
  if (outcome.kind === 'failed')
    throw new AppError(outcome.code, `${question.description} cannot be rendered: ${outcome.reason}`);
  if (outcome.kind === 'stopped') throw new AppError('unavailable', 'the rendering was stopped');
  throw new AppError('unreadable', `${question.description} cannot be rendered: ${outcome.reason}`);
}
