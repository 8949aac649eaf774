import type { Database } from '@/db/open';
import { AnalysisClient } from '../../analysis/analysisClient';
import { AppError } from '../../base/errors';
import { textEntry, type ExportEntry } from '../../base/exportEntry';
import { Turns } from '../../base/turns';
import { withLookAgain } from '../../catalogue/import/lookAgain';
import { exportFormats } from '../interchange/write/exportFormats';
import type { FilmProject } from '../projects/filmProject';
import { renderedMedia, trimRendered } from '../render/renderedMedia';
import { describedFilm, type MadeMedia } from './describedFilm';
import { importingText } from './importingText';
import type { HandOverWish } from './handOverWish';
import { planHandOver } from './planHandOver';
import { remarksOf, type SectionReport, sectionReports } from './sectionReports';

/** Where music is rendered, and how whoever waits is told. */
export interface HandOverPlace {
  database: Database;
  dataDirectory: string;
  signal?: AbortSignal;
  /** Told how many sections are rendered, of how many. */
  onProgress?: (done: number, all: number) => void;
}

/** Each takes a process, for as long as its music takes to be rendered. */
const turns = new Turns({ atOnce: 2, mostWaiting: 16, what: 'films' });

/** Everything that goes to an editing program. */
export interface HandOver {
  /** Timelines, README and sounds, by their paths below one folder. */
  entries: ExportEntry[];
  sections: SectionReport[];
  /** What a person should know: what was reduced, what was left out. */
  remarks: string[];
}

/**
 * Renders a project's music and writes its timelines. What was rendered before is not rendered again.
 *
 * @throws AppError 'invalid' where a format cannot hold it or music is shorter than its cue, 'not-found' where a track has
 *   no file, and as renderedMedia does
 */
export async function handOver(
  place: HandOverPlace,
  project: FilmProject,
  wish: HandOverWish,
): Promise<HandOver> {
  const media = await turns.run(() => renderAll(place, project, wish), place.signal);
  const described = describedFilm(project, media, wish);
  const written = wish.formats.flatMap((format) => exportFormats[format](described));
  if (written.length === 0 && media.length === 0)
    throw new AppError('invalid', 'invalid project: there is no music and no marker to hand over');
  const sections = sectionReports(media);
  const remarks = remarksOf(project, sections);
  const entries = [
    ...written.map(({ name, text }) => textEntry(name, text)),
    textEntry(
      'README.txt',
      importingText(project, { wish, files: written.map(({ name }) => name), remarks }),
    ),
    ...(wish.sounds ? media : []).map(({ mediaPath, rendered }) => ({
      name: mediaPath,
      path: rendered.path,
    })),
  ];
  return { entries, sections, remarks };
}

/** Renders one section after the other. */
async function renderAll(
  place: HandOverPlace,
  project: FilmProject,
  wish: HandOverWish,
): Promise<MadeMedia[]> {
  const { database, dataDirectory, signal, onProgress } = place;
  const planned = await planHandOver(database, project, wish);
  onProgress?.(0, planned.length);
  await trimRendered(dataDirectory);
  const client = new AnalysisClient();
  const made: MadeMedia[] = [];
  try {
    for (const part of planned) {
      const render = () => renderedMedia({ dataDirectory, client, signal }, part.question);
      const rendered = await withLookAgain(database, part.sound.path, render);
      made.push({ ...part, rendered });
      onProgress?.(made.length, planned.length);
    }
  } finally {
    client.close();
  }
  return made;
}
