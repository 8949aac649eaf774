import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { handOver } from '../../film/handOver/handOver';
import { handOverWish, type HandOverWish } from '../../film/handOver/handOverWish';
import { exportFormats, type ExportFormat } from '../../film/interchange/write/exportFormats';
import { inThisLibrary } from '../../film/projects/store/carryProject';
import type { ExportEntry } from '../../base/exportEntry';
import type { CommandContext } from '../commandContext';
import { interruptedStatus, withInterrupt } from '../interrupt';
import type { Output } from '../output';
import { readProjectFile } from '../readProjectFile';
import { withSession } from '../session';

interface VideoExportOptions {
  out: string;
  formats?: ExportFormat[];
  audio?: HandOverWish['audio'];
  burnFades?: boolean;
  alternates: boolean;
}

/** Registers `video export PROJECT`. */
export function addVideoExport(video: Command, { run, output }: CommandContext): void {
  video
    .command('export')
    .description('timelines, rendered music and a cue sheet for editing programs, in a folder')
    .argument('<project>', 'a film’s project as JSON')
    .requiredOption('--out <folder>', 'where to write; made where it is missing')
    .option('--formats <list>', `of ${Object.keys(exportFormats).join(', ')}; all by default`, formats)
    .addOption(new Option('--audio <format>', 'of the music').choices(['wav', 'flac']))
    .option('--burn-fades', 'fades in the sound itself, which then has no handles')
    .option('--no-alternates', 'only what was chosen')
    .action((path: string, options: VideoExportOptions) => run(() => exportCommand(path, options, output())));
}

function formats(text: string): ExportFormat[] {
  const names = text.split(',').map((name) => name.trim());
  const known = names.filter((name): name is ExportFormat => Object.hasOwn(exportFormats, name));
  if (known.length === names.length) return known;
  throw new InvalidArgumentError(`${Object.keys(exportFormats).join(', ')} are accepted.`);
}

async function exportCommand(path: string, options: VideoExportOptions, output: Output): Promise<number> {
  const { out, ...wished } = options;
  const given = await readProjectFile(path);
  const wish = handOverWish.parse(wished);
  return withSession(({ database, settings }) =>
    withInterrupt(async (signal) => {
      const { document: project, missing } = await inThisLibrary(database, given);
      const onProgress = (done: number, all: number) => output.note(`${done} of ${all} rendered`);
      const place = { database, dataDirectory: settings.dataDirectory, signal, onProgress };
      const { entries, sections, remarks } = await handOver(place, project, wish).catch((error: unknown) => {
        if (signal.aborted) return { entries: null, sections: [], remarks: [] };
        throw error;
      });
      if (!entries) return interruptedStatus;
      for (const entry of entries) await writeEntry(out, entry);
      const files = entries.map(({ name }) => name);
      output.result({ folder: out, files, sections, remarks, missing }, () => [
        ...files,
        ...missing.map(({ trackId, title }) => `not in this library: ${title ?? `track ${trackId}`}`),
        ...remarks,
      ]);
      return 0;
    }),
  );
}

async function writeEntry(folder: string, entry: ExportEntry): Promise<void> {
  const path = join(folder, entry.name);
  await mkdir(dirname(path), { recursive: true });
  if ('bytes' in entry) await writeFile(path, entry.bytes);
  else await copyFile(entry.path, path);
}
