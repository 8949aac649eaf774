import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { and, asc, eq, ne } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import type { DatasetFile } from '../../recordings/bids/datasetFiles';
import { pathOfFile } from '../files/removeStudyFile';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
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
  const files = await database
    .select()
    .from(studyFiles)
    .where(and(eq(studyFiles.studyId, studyId), ne(studyFiles.state, 'read')))
    .orderBy(asc(studyFiles.name));
  const table = files.find(
    ({ name, sizeBytes }) => basename(name) === tableName && sizeBytes <= largestTable,
  );
  if (!table)
    return proposed(files.map((file) => ({ place: file.name, path: pathOfFile(dataDirectory, file) })));
  const text = await readFile(pathOfFile(dataDirectory, table), 'utf8');
  const folder = table.name.slice(0, -tableName.length);
  const below = (name: string | null) => (name === null ? null : `${folder}${name}`);
  const rows = readMappingTable(text).map((row) => ({
    ...row,
    file: `${folder}${row.file}`,
    labels: below(row.labels),
    labelNames: below(row.labelNames),
  }));
  return { from: 'table', dataset: null, rows, notes: [] };
}

async function proposed(files: DatasetFile[]): Promise<ProposedMapping> {
  const bids = await bidsMapping(files);
  if (bids) return { from: 'bids', ...bids };
  const rows = proposeMapping(files.map(({ place }) => place));
  return { from: 'names', dataset: null, rows, notes: [] };
}
