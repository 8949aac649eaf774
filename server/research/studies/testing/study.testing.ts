import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { owner } from '../../../access/caller';
import { openTestLibrary, type TestLibrary } from '../../../catalogue/testing/library.testing';
import { createRandom } from '@/ml/random';
import { analyseKind } from '../../analyses/analyseKind';
import { readFilesKind } from '../import/readFilesKind';
import type { StudyPlace } from '../studyPlace';

/** A library whose jobs are those of studies, and where its studies are. */
export async function openTestStudies(): Promise<{ library: TestLibrary; place: StudyPlace }> {
  const library = await openTestLibrary((dataDirectory) => [
    readFilesKind(dataDirectory),
    analyseKind(dataDirectory),
  ]);
  const { database, dataDirectory } = library;
  return { library, place: { database, dataDirectory, caller: owner } };
}

/** Seconds of the pieces of the small study, which are sampled once a second. */
export const smallPieces = { happy: 90, sadshort: 100, sadlong: 120 };
export const smallRegions = ['auditory', 'visual', 'motor'];
const people = ['01', '02', '03', '04', '05'];

/**
 * Writes a small study as BIDS files below a folder: five people, three pieces, three regions, of which the first
 * follows the envelope by two volumes; a rating each.
 */
export function writeSmallStudy(folder: string, seed = 1): void {
  for (const [piece, seconds] of Object.entries(smallPieces)) {
    const envelope = smoothNoise(seconds, createRandom(seed, piece));
    write(folder, `stimuli/task-${piece}_desc-envelope_stim.tsv`, table([envelope], null));
    write(folder, `stimuli/task-${piece}_desc-envelope_stim.json`, sidecar(['envelope'], 0.5));
    for (const person of people) {
      const random = createRandom(seed, `${piece} ${person}`);
      const regions = smallRegions.map((_, at) =>
        smoothNoise(seconds, random).map((noise, t) => (at === 0 ? 2 * (envelope[t - 2] ?? 0) : 0) + noise),
      );
      const stem = `sub-${person}/func/sub-${person}_task-${piece}`;
      write(folder, `${stem}_desc-regions_timeseries.tsv`, table(regions, smallRegions));
      write(folder, `${stem}_desc-regions_timeseries.json`, JSON.stringify({ RepetitionTime: 1 }));
      const rating = smoothNoise(seconds, random);
      write(folder, `${stem}_recording-joy_physio.tsv`, table([rating], null));
      write(folder, `${stem}_recording-joy_physio.json`, sidecar(['joy'], 0.5));
    }
  }
  const targets = smallRegions.map((name, at) => [name, 'Network', 'left', at, -at, 10].join('\t'));
  write(folder, 'targets.tsv', ['name\tnetwork\themisphere\tx\ty\tz', ...targets, ''].join('\n'));
  const stimuli = Object.entries(smallPieces).map(([name, s]) => `${name}\t${name.slice(0, 3)}\t${s}`);
  write(folder, 'stimuli.tsv', ['name\tmood\tduration_seconds', ...stimuli, ''].join('\n'));
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function table(columns: number[][], header: string[] | null): string {
  const rows = columns[0].map((_, row) => columns.map((column) => column[row]).join('\t'));
  return `${[...(header ? [header.join('\t')] : []), ...rows].join('\n')}\n`;
}

function sidecar(columns: string[], startTime: number): string {
  return JSON.stringify({ SamplingFrequency: 1, StartTime: startTime, Columns: columns });
}

function smoothNoise(samples: number, random: ReturnType<typeof createRandom>): number[] {
  let state = 0;
  return Array.from({ length: samples }, () => (state = 0.7 * state + random.bell()));
}
