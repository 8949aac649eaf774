import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { AppError } from '../../base/errors';
import { plainReason } from '../../base/plainReason';
import { checkStudy } from '../../research/studies/check/checkStudy';
import { createStudy } from '../../research/studies/createStudy';
import { exportStudy } from '../../research/studies/export/exportStudy';
import { queueFeatures } from '../../research/studies/features/queueFeatures';
import { addLocalFiles } from '../../research/studies/files/addLocalFiles';
import { queueReading } from '../../research/studies/import/queueReading';
import { listStudies } from '../../research/studies/listStudies';
import type { MappingRow } from '../../research/studies/mapping/mappingRow';
import { readMappingTable, writeMappingTable } from '../../research/studies/mapping/mappingTable';
import { proposedMapping, type ProposedMapping } from '../../research/studies/mapping/proposedMapping';
import { removeStudy } from '../../research/studies/removeStudy';
import { studyDetail } from '../../research/studies/studyDetail';
import type { StudyPlace } from '../../research/studies/studyPlace';
import { unpackStudyFile } from '../../research/studies/unpack/unpackStudyFile';
import type { CommandContext } from '../commandContext';
import { number, rowNumber } from '../numberArguments';
import { table, type Output } from '../output';
import { withSession } from '../session';
import { followStudyWork, studyPlaceOf } from '../studies/followStudyJob';

interface ReadOptions {
  mapping?: string;
  tr?: number;
}

/** Registers `research study create|add|map|list|check|features|export|remove`. */
export function addResearchStudy(research: Command, context: CommandContext): void {
  const study = research
    .command('study')
    .description('studies: who heard what, what was recorded meanwhile, and what came of it');
  addMaking(study, context);
  addLooking(study, context);
  addEnding(study, context);
}

function addMaking(study: Command, { run, output }: CommandContext): void {
  study
    .command('create')
    .description('make a study, of a BIDS folder, a folder with a mapping.tsv, or an exported ZIP')
    .argument('<title>')
    .argument('[path]', 'a folder, or a file')
    .option('--mapping <table>', 'what each file means (see research study map)')
    .option('--tr <seconds>', 'TR of recordings that do not say it', number(0.01, 60))
    .action((title: string, path: string | undefined, options: ReadOptions) =>
      run(() => create({ title, path, ...options }, output())),
    );
  study
    .command('add')
    .description('read more files into a study')
    .argument('<study>', 'its number', rowNumber)
    .argument('<path>')
    .option('--mapping <table>', 'what each file means (see research study map)')
    .option('--tr <seconds>', 'TR of recordings that do not say it', number(0.01, 60))
    .action((id: number, path: string, options: ReadOptions) =>
      run(() => read({ make: () => Promise.resolve(id) }, { path, ...options }, output())),
    );
  study
    .command('features')
    .description('compute features of all pieces that have a sound')
    .argument('<study>', 'its number', rowNumber)
    .requiredOption('--feature <name...>', 'names as research features --list tells them')
    .action((id: number, { feature }: { feature: string[] }) => run(() => features(id, feature, output())));
}

function addLooking(study: Command, { run, output }: CommandContext): void {
  study
    .command('list', { isDefault: true })
    .description('your studies')
    .action(() => run(() => list(output())));
  study
    .command('map')
    .description('what the files of a study are taken for, as a mapping table to be mended and given to add')
    .argument('<study>', 'its number', rowNumber)
    .action((id: number) => run(() => showMapping(id, output())));
  study
    .command('check')
    .description('all that is wrong with a study; exit status 1 where something is refused')
    .argument('<study>', 'its number', rowNumber)
    .action((id: number) => run(() => check(id, output())));
}

function addEnding(study: Command, { run, output }: CommandContext): void {
  study
    .command('export')
    .description('the whole study as one ZIP of plain formats')
    .argument('<study>', 'its number', rowNumber)
    .argument('<file>')
    .action((id: number, file: string) => run(() => exportTo(id, file, output())));
  study
    .command('remove')
    .description('delete a study for good, with its files and analyses')
    .argument('<study>', 'its number', rowNumber)
    .action((id: number) => run(() => remove(id, output())));
}

async function create(
  { title, path, ...options }: { title: string; path?: string } & ReadOptions,
  output: Output,
): Promise<number> {
  const make = (place: StudyPlace) => createStudy(place, { title });
  if (path !== undefined) return read({ make, undo: removeStudy }, { path, ...options }, output);
  return withSession(async (session) => {
    const id = await make(studyPlaceOf(session));
    output.result({ studyId: id }, () => [`study ${id} is made`]);
    return 0;
  });
}

/** The study that files go to, and what becomes of it where they cannot be read. */
interface StudyToFill {
  make: (place: StudyPlace) => Promise<number>;
  undo?: (place: StudyPlace, id: number) => Promise<void>;
}

/** Brings files to a study and reads them. Exit status 1 where any is refused. */
async function read(
  { make, undo }: StudyToFill,
  { path, mapping, tr }: { path: string } & ReadOptions,
  output: Output,
): Promise<number> {
  let id = 0;
  return followStudyWork(
    {
      queue: async (place) => {
        await requireThere(path);
        const given = mapping === undefined ? undefined : readMappingTable(await readText(mapping));
        id = await make(place);
        try {
          const names = new Set(await bring(place, { id, path: resolve(path) }, output));
          const rows = given ?? (await likelyRows(place, id, output)).filter(({ file }) => names.has(file));
          const { batchId } = await queueReading(place, { studyId: id, rows: rows.map(timed(tr)) });
          return [batchId];
        } catch (error) {
          await undo?.(place, id);
          throw error;
        }
      },
      report: (place) => reportReading(place, id, output),
    },
    output,
  );
}

async function requireThere(path: string): Promise<void> {
  await stat(path).catch((cause: unknown) => {
    throw new AppError('not-found', `invalid path: ${path} (${plainReason(cause)})`, { cause });
  });
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid --mapping: ${path} (${plainReason(cause)})`, { cause });
  });
}

/** Files of this machine, or what a ZIP holds. */
async function bring(
  place: StudyPlace,
  { id, path }: { id: number; path: string },
  output: Output,
): Promise<string[]> {
  const { names, warnings } = await addLocalFiles(place, id, path);
  for (const warning of warnings) output.note(`left out: ${warning}`);
  if (!path.toLowerCase().endsWith('.zip')) return names;
  const { files } = await studyDetail(place.database, place.caller, id);
  const zip = files.find(({ name }) => name === names[0]);
  if (!zip) throw new AppError('not-found', `invalid path: ${path} (it was taken off meanwhile)`);
  return (await unpackStudyFile(place, { studyId: id, fileId: zip.id })).names;
}

/** What the files are taken for; what is told of that is noted. */
async function likelyRows(place: StudyPlace, id: number, output: Output): Promise<MappingRow[]> {
  const mapping = await proposedMapping(place, id);
  tellNotes(mapping, output);
  return mapping.rows;
}

function tellNotes({ from, dataset, notes }: ProposedMapping, output: Output): void {
  if (from === 'bids') output.note(`taken for the BIDS dataset ${dataset ?? '(without a name)'}`);
  for (const { kind, message } of notes) output.note(kind === 'unused' ? `not used: ${message}` : message);
}

function timed(tr: number | undefined): (row: MappingRow) => MappingRow {
  const takesTr = ({ use, hopSeconds }: MappingRow) =>
    hopSeconds === null && (use === 'recording' || use === 'confounds');
  return (row) => (tr !== undefined && takesTr(row) ? { ...row, hopSeconds: tr } : row);
}

async function reportReading(place: StudyPlace, id: number, output: Output): Promise<number> {
  const study = await studyDetail(place.database, place.caller, id);
  const problems = await checkStudy(place.database, place.caller, id);
  const runs = study.series.filter(({ kind }) => kind === 'recording').length;
  const counts = {
    studyId: id,
    participants: study.participants.length,
    stimuli: study.stimuli.length,
    regions: study.targets.length,
    runs,
  };
  output.result({ ...counts, problems }, () => [
    `study ${id}: ${counts.participants} participants, ${counts.stimuli} pieces, ${runs} runs of ${counts.regions} regions`,
    ...problems.map(({ severity, message }) => `${severity}: ${message}`),
  ]);
  return problems.some(({ severity }) => severity === 'refused') ? 1 : 0;
}

async function features(id: number, names: string[], output: Output): Promise<number> {
  return followStudyWork(
    {
      queue: async (place) => [(await queueFeatures(place, { studyId: id, features: names })).batchId],
      report: async ({ database, caller }) => {
        const { series } = await studyDetail(database, caller, id);
        const computed = series.filter(({ kind, name }) => kind === 'feature' && names.includes(name));
        output.result({ studyId: id, features: computed }, () =>
          table(computed, [
            ['piece', ({ stimulus }) => stimulus],
            ['feature', ({ name }) => name],
            ['columns', ({ columns }) => String(columns.length)],
            ['samples', ({ samples }) => String(samples)],
            ['seconds apart', ({ hopSeconds }) => String(hopSeconds)],
          ]),
        );
        return computed.length > 0 ? 0 : 1;
      },
    },
    output,
  );
}

async function list(output: Output): Promise<number> {
  const studies = await withSession(({ database, caller }) => listStudies(database, caller));
  output.result({ studies }, () =>
    table(studies, [
      ['study', ({ id }) => String(id)],
      ['title', ({ title, simulated }) => (simulated ? `${title} (simulated)` : title)],
      ['participants', ({ participants }) => String(participants)],
      ['pieces', ({ stimuli }) => String(stimuli)],
      ['runs', ({ runs }) => String(runs)],
      ['ratings', ({ ratings }) => String(ratings)],
      ['analyses', ({ analyses }) => String(analyses)],
    ]),
  );
  return 0;
}

async function showMapping(id: number, output: Output): Promise<number> {
  const mapping = await withSession((session) => proposedMapping(studyPlaceOf(session), id));
  tellNotes(mapping, output);
  output.result(mapping, () => writeMappingTable(mapping.rows).trimEnd().split('\n'));
  return 0;
}

async function check(id: number, output: Output): Promise<number> {
  const problems = await withSession(({ database, caller }) => checkStudy(database, caller, id));
  output.result({ problems }, () =>
    problems.length === 0
      ? ['nothing is wrong with it']
      : problems.map(({ severity, message }) => `${severity}: ${message}`),
  );
  return problems.some(({ severity }) => severity === 'refused') ? 1 : 0;
}

async function exportTo(id: number, file: string, output: Output): Promise<number> {
  return withSession(async (session) => {
    const { zip } = await exportStudy(studyPlaceOf(session), id);
    await pipeline(zip, createWriteStream(file, { flags: 'wx' })).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
      throw new AppError('conflict', `invalid file: ${file} (it is there already)`, { cause });
    });
    output.result({ studyId: id, file: resolve(file) }, () => [
      `study ${id} is exported to ${resolve(file)}`,
    ]);
    return 0;
  });
}

async function remove(id: number, output: Output): Promise<number> {
  await withSession((session) => removeStudy(studyPlaceOf(session), id));
  output.result({ removed: id }, () => [`study ${id} is deleted`]);
  return 0;
}
