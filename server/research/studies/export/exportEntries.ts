import { tsvTable } from '@/ml/csv/tsvTable';
import { eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { programVersions } from '../../analyses/programVersions';
import { pathOfFile } from '../files/removeStudyFile';
import type { MappingRow } from '../mapping/mappingRow';
import { mappingRow } from '../mapping/mappingRow';
import { writeMappingTable } from '../mapping/mappingTable';
import { loadStudyInput } from '../prepare/loadStudyInput';
import { studyDetail, type StudyDetail } from '../studyDetail';
import { resultFile } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';
import { textEntry, type ExportEntry } from '../../../base/exportEntry';
import { ExportNames } from './exportNames';
import { exportReadme } from './exportReadme';
import { exportSeries } from './exportSeries';

/** What is known of an exported study as a whole, by which it is recognised when it comes back. */
interface StudyNote {
  format: 'circumplex study';
  formatVersion: 1;
  title: string;
  simulated: boolean;
  createdAt: string;
  versions: Record<string, string>;
  analyses: { file: string; kind: string; title: string; createdAt: string; inputsSha256: string | null }[];
}

/**
 * Everything of a study of the caller's in plain formats, one file after the other: BIDS-like tables and series, sounds
 * that were brought, finished analyses, and a mapping by which it can be read again. Throws AppError 'not-found'.
 */
export async function* exportEntries(place: StudyPlace, studyId: number): AsyncGenerator<ExportEntry> {
  const study = await studyDetail(place.database, place.caller, studyId);
  const input = await loadStudyInput(place, studyId);
  const names = new ExportNames();
  yield* headEntries(study, names);
  const rows: MappingRow[] = ['participants', 'stimuli', 'targets'].map((use) =>
    mappingRow.parse({ use, file: `${use}.tsv` }),
  );
  for (const series of input.series) {
    const { entries, row } = await exportSeries(series, names);
    yield* entries;
    rows.push(row);
  }
  for await (const { entry, row } of soundEntries(place, study, names)) {
    yield entry;
    rows.push(row);
  }
  // The oldest first: they are read in the order of their making.
  const analyses = study.analyses.filter(({ state }) => state === 'done').reverse();
  rows.push(...analyses.map(({ id }) => mappingRow.parse({ file: analysisEntry(id), use: 'analysis' })));
  yield textEntry('mapping.tsv', writeMappingTable(rows));
  for (const { id } of analyses)
    yield { name: analysisEntry(id), path: resultFile(place.dataDirectory, { studyId, id }) };
}

const analysisEntry = (id: number): string => `analyses/${id}.json`;

function* headEntries(study: StudyDetail, names: ExportNames): Generator<ExportEntry> {
  const { title, simulated, createdAt } = study;
  const called = simulated ? `${title} (simulated participants)` : title;
  const versions = programVersions();
  yield textEntry('README', exportReadme(called, simulated));
  yield jsonEntry('dataset_description.json', {
    ...{ Name: called, BIDSVersion: '1.10.0', DatasetType: 'derivative' },
    GeneratedBy: [{ Name: 'Circumplex', Version: versions.circumplex }],
  });
  const analyses = study.analyses
    .filter(({ state }) => state === 'done')
    .map(({ id, kind, title: name, createdAt: at, inputsSha256 }) => ({
      ...{ file: analysisEntry(id), kind, title: name, createdAt: at, inputsSha256 },
    }));
  const note: StudyNote = {
    ...{ format: 'circumplex study', formatVersion: 1, title, simulated, createdAt, versions, analyses },
  };
  yield jsonEntry('study.json', note);
  const people = study.participants.map(({ label }) => ({
    participant_id: label,
    exported_as: `sub-${names.label('sub', label)}`,
  }));
  yield textEntry('participants.tsv', tsvTable(people, ['participant_id', 'exported_as']));
  const stimuli = study.stimuli.map(({ name, mood, durationSeconds }) => ({
    ...{ name, mood: mood ?? 'n/a', duration_seconds: durationSeconds ?? 'n/a' },
  }));
  yield textEntry('stimuli.tsv', tsvTable(stimuli, ['name', 'mood', 'duration_seconds']));
  yield textEntry('targets.tsv', targetTable(study));
}

function targetTable({ targets }: StudyDetail): string {
  const rows = targets.map(({ name, network, hemisphere, centre }) => {
    const [x, y, z] = centre ?? ['n/a', 'n/a', 'n/a'];
    return { name, network: network ?? 'n/a', hemisphere: hemisphere ?? 'n/a', x, y, z };
  });
  return tsvTable(rows, ['name', 'network', 'hemisphere', 'x', 'y', 'z']);
}

async function* soundEntries(
  { database, dataDirectory }: StudyPlace,
  { id, stimuli }: StudyDetail,
  names: ExportNames,
): AsyncGenerator<{ entry: ExportEntry; row: MappingRow }> {
  const files = await database.select().from(studyFiles).where(eq(studyFiles.studyId, id));
  for (const { name, mood, soundFileId } of stimuli) {
    const file = files.find((each) => each.id === soundFileId);
    if (!file) continue;
    const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? '';
    const exported = `stimuli/task-${names.label('task', name)}${ending}`;
    yield {
      entry: { name: exported, path: pathOfFile(dataDirectory, file) },
      row: mappingRow.parse({ file: exported, use: 'sound', stimulus: name, mood }),
    };
  }
}

function jsonEntry(name: string, document: unknown): ExportEntry {
  return textEntry(name, `${JSON.stringify(document, null, 2)}\n`);
}
