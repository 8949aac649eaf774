import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { and, asc, eq, ne } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { pathOfFile } from '../files/removeStudyFile';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import type { MappingRow } from './mappingRow';
import { readMappingTable } from './mappingTable';
import { proposeMapping } from './proposeMapping';

/** The name under which a mapping table is looked for among brought files. */
const tableName = 'mapping.tsv';
/** A larger file is no mapping table. */
const largestTable = 8_000_000;

/** What the brought files of a study mean, and where that was taken from. */
export interface ProposedMapping {
  from: 'table' | 'names';
  rows: MappingRow[];
}

/**
 * What the files of a study that are still to be read are likely to be: as a mapping.tsv among them says (file names in
 * it are below its own folder), else by their names. Throws AppError 'not-found', or 'invalid' for a table that is wrong.
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
  if (!table) return { from: 'names', rows: proposeMapping(files.map(({ name }) => name)) };
  const text = await readFile(pathOfFile(dataDirectory, table), 'utf8');
  const folder = table.name.slice(0, -tableName.length);
  const below = (name: string | null) => (name === null ? null : `${folder}${name}`);
  const rows = readMappingTable(text).map((row) => ({
    ...row,
    file: `${folder}${row.file}`,
    labels: below(row.labels),
    labelNames: below(row.labelNames),
  }));
  return { from: 'table', rows };
}
