import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import type { DatasetFile } from '../../recordings/bids/datasetFiles';
import { pathOfFile } from '../files/removeStudyFile';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { isBeside } from './isBeside';
import type { MappingRow } from './mappingRow';
import { readMappingTable } from './mappingTable';
import { bidsMapping } from './bids/bidsMapping';
import type { MappingNote } from './bids/mappingNote';
import { proposeMapping } from './proposeMapping';

/** The name under which a mapping table is looked for among brought files. */
const tableName = 'mapping.tsv';
/** A larger file is no mapping table. */
const largestTable = 8_000_000;

/** What the brought files of a study mean, and where that was taken from. */
export interface ProposedMapping {
  from: 'table' | 'bids' | 'names';
  /** What the BIDS dataset calls itself, where it is one and says so. */
  dataset: string | null;
  rows: MappingRow[];
  /** What is wrong with files of the dataset, and what is not used. */
  notes: MappingNote[];
}

/**
 * What the files of a study that are still to be read are likely to be: as a mapping.tsv among them says (file names in
 * it are below its own folder), else as the BIDS dataset that they are, else by their names. Throws AppError 'not-found', or 'invalid' for a table that is wrong.
 */
export async function proposedMapping(
  { database, dataDirectory, caller }: StudyPlace,
  studyId: number,
): Promise<ProposedMapping> {
  await ownedStudy(database, caller, studyId);
  const all = await database
    .select()
    .from(studyFiles)
    .where(eq(studyFiles.studyId, studyId))
    .orderBy(asc(studyFiles.name));
  const files = all.filter(({ state }) => state !== 'read');
  const table = files.find(
    ({ name, sizeBytes }) => basename(name) === tableName && sizeBytes <= largestTable,
  );
  if (!table)
    return proposed(files.map((file) => ({ place: file.name, path: pathOfFile(dataDirectory, file) })));
  const told = rowsBelow(await readFile(pathOfFile(dataDirectory, table), 'utf8'), table.name);
  const isRead = new Set(all.filter(({ state }) => state === 'read').map(({ name }) => name));
  const rows = told.filter(({ file }) => !isRead.has(file));
  // What came after the files of a table had been read is none of its own.
  const later = table.state === 'kept' ? laterThan(told, files) : [];
  return { from: 'table', dataset: null, rows: [...rows, ...proposeMapping(later)], notes: [] };
}

/** The rows of a table whose names are below its own folder. */
function rowsBelow(text: string, name: string): MappingRow[] {
  const folder = name.slice(0, -tableName.length);
  const below = (file: string | null) => (file === null ? null : `${folder}${file}`);
  return readMappingTable(text).map((row) => ({
    ...row,
    file: `${folder}${row.file}`,
    labels: below(row.labels),
    labelNames: below(row.labelNames),
  }));
}

/** Names of files that wait and that no row names. */
function laterThan(rows: MappingRow[], files: (typeof studyFiles.$inferSelect)[]): string[] {
  const named = new Set(rows.flatMap(({ file, labels, labelNames }) => [file, labels, labelNames]));
  return files
    .filter(({ name, state }) => state === 'waiting' && !named.has(name) && !isBeside(name))
    .map(({ name }) => name);
}

async function proposed(files: DatasetFile[]): Promise<ProposedMapping> {
  const bids = await bidsMapping(files);
  if (bids) return { from: 'bids', ...bids };
  const rows = proposeMapping(files.map(({ place }) => place));
  return { from: 'names', dataset: null, rows, notes: [] };
}
