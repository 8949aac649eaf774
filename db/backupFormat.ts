import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import * as schema from './schema';

/** The version of the files themselves; the schema they hold is named by its newest migration. */
export const formatVersion = 1;

export const manifestName = 'manifest.json';

const tableShape = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int().nonnegative(),
  /** SHA-256 of the compressed file. */
  sha256: z.string(),
});

/** What a backup holds; written last, so that a backup without it is known to be cut short. */
export const manifestShape = z.object({
  format: z.literal('circumplex backup'),
  formatVersion: z.number().int(),
  madeAt: z.iso.datetime(),
  newestMigration: z.number().int(),
  tables: z.array(tableShape),
});

export type Manifest = z.infer<typeof manifestShape>;
export type TableManifest = z.infer<typeof tableShape>;

/** What has been done of a backup or a restoration. */
export interface BackupProgress {
  table: string;
  rowsDone: number;
  rowsTotal: number;
}

/**
 * Every table of the catalogue, those referred to before those that refer to them. Sessions, access tokens and
 * invitations are left out: a copy of the library lets nobody in.
 */
export const catalogueTables: readonly PgTable[] = [
  schema.people,
  schema.tracks,
  schema.files,
  schema.sounds,
  schema.recordingPairs,
  schema.analyses,
  schema.corrections,
  schema.intendedCurves,
  schema.demoPieces,
  schema.batches,
  schema.importBatches,
  schema.jobs,
  schema.importJobs,
  schema.embeddingModels,
  schema.trackEmbeddings,
  schema.watchedFolders,
  schema.studies,
  schema.simulatedStudies,
  schema.studyFiles,
  schema.studyStimuli,
  schema.studyParticipants,
  schema.studyTargets,
  schema.studySeries,
  schema.studyAnalyses,
  schema.eegStudies,
  schema.simulatedEegStudies,
  schema.eegRecordings,
  schema.eegTracks,
  schema.eegTrials,
  schema.eegModels,
  schema.filmProjects,
];

/** Path of a table's rows within a backup: one JSON object a line, compressed. */
export function rowsFile(table: string): string {
  return `tables/${table}.ndjson.gz`;
}

/** The columns of a table by their names in the database. */
export function columnsOf(table: PgTable): PgColumn[] {
  return Object.values(getTableColumns(table));
}

/**
 * Selects every row of `table` as one JSON text, `row`. Postgres itself writes the values, so that numbers and
 * moments keep all their digits: bytes as base64, vectors and points as arrays, moments in ISO 8601.
 */
export function rowsAsJson(table: PgTable): SQL {
  const values = columnsOf(table).map(
    (column) => sql`${toJsonValue(column)} as ${sql.identifier(column.name)}`,
  );
  return sql`select row_to_json(exported)::text as row from (select ${sql.join(values, sql`, `)} from ${table}) exported`;
}

/** Inserts the rows of a JSON array of such objects; columns not named get their defaults. */
export function insertFromJson(table: PgTable, columnNames: string[], rowsJson: string): SQL {
  const columns = columnsOf(table).filter(({ name }) => columnNames.includes(name));
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const values = sql.join(columns.map(fromJsonValue), sql`, `);
  const types = sql.join(
    columns.map((column) => sql`${sql.identifier(column.name)} ${jsonType(column)}`),
    sql`, `,
  );
  const target = sql.identifier(getTableName(table));
  return sql`insert into ${target} (${names}) select ${values} from json_to_recordset(${rowsJson}::json) as given(${types})`;
}

function kindOf(column: PgColumn): 'bytes' | 'vector' | 'point' | 'plain' {
  const type = column.getSQLType();
  if (type === 'bytea') return 'bytes';
  if (type === 'point') return 'point';
  return type.startsWith('vector') ? 'vector' : 'plain';
}

function toJsonValue(column: PgColumn): SQL {
  switch (kindOf(column)) {
    case 'bytes':
      // encode() breaks lines after 76 characters.
      return sql`replace(encode(${column}, 'base64'), chr(10), '')`;
    case 'vector':
      return sql`${column}::real[]`;
    case 'point':
      return sql`array[${column}[0], ${column}[1]]`;
    case 'plain':
      return sql`${column}`;
  }
}

function jsonType(column: PgColumn): SQL {
  switch (kindOf(column)) {
    case 'bytes':
      return sql`text`;
    case 'vector':
      return sql`real[]`;
    case 'point':
      return sql`double precision[]`;
    case 'plain':
      return sql.raw(column.getSQLType());
  }
}

function fromJsonValue(column: PgColumn): SQL {
  const given = sql`given.${sql.identifier(column.name)}`;
  switch (kindOf(column)) {
    case 'bytes':
      return sql`decode(${given}, 'base64')`;
    case 'vector':
      return sql`${given}::${sql.raw(column.getSQLType())}`;
    case 'point':
      return sql`point(${given}[1], ${given}[2])`;
    case 'plain':
      return given;
  }
}
