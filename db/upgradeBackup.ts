import { sql, type SQL } from 'drizzle-orm';
import type { Manifest } from './backupFormat';

/** A table as backups of an older Circumplex hold it. */
export interface OldTable {
  name: string;
  columns: string[];
  /** Puts a JSON array of its rows into the tables of today, one statement after the other. */
  insert(rowsJson: string): SQL[];
}

/** The moment of the migration after which jobs are of any kind, and an import's file stands in a table of its own. */
export const jobKindsMigration = 1_795_964_271_026;

/** The moment of the migration after which a track has a list of artists. */
export const labelsMigration = 1_796_026_665_655;

/** The moment of the migration after which recordings are told by band levels, and no longer by fingerprints. */
export const recordingsMigration = 1_796_037_470_366;

/** The moment of the migration after which people have roles, and batches of private work say whose they are. */
export const peopleMigration = 1_796_052_552_655;

/** The columns that both have. */
const sameOfJobs = sql.raw(`"id", "batch_id", "state", "attempts", "lease_owner", "lease_until", "progress",
  "audio_seconds", "failure_code", "failure", "warning", "created_at", "started_at", "finished_at"`);

const batchesBeforeKinds: OldTable = {
  name: 'batches',
  columns: ['id', 'label', 'origin', 'unchanged', 'created_at'],
  insert: (rowsJson) => {
    const given = sql`json_to_recordset(${rowsJson}::json) as given(id integer, label text, origin text,
      unchanged integer, created_at timestamptz)`;
    return [
      sql`insert into batches (id, label, unchanged, created_at)
        select id, label, unchanged, created_at from ${given}`,
      sql`insert into import_batches (batch_id, origin) select id, origin from ${given}`,
    ];
  },
};

const jobsBeforeKinds: OldTable = {
  name: 'jobs',
  columns: [
    ...['id', 'batch_id', 'path', 'size_bytes', 'modified_ms', 'origin', 'name', 'priority', 'state'],
    ...['attempts', 'lease_owner', 'lease_until', 'progress', 'audio_seconds', 'track_id', 'failure_code'],
    ...['failure', 'warning', 'created_at', 'started_at', 'finished_at'],
  ],
  insert: (rowsJson) => {
    const given = sql`json_to_recordset(${rowsJson}::json) as given(id integer, batch_id integer, path text,
      size_bytes bigint, modified_ms bigint, origin text, name text, priority integer, state text,
      attempts integer, lease_owner text, lease_until timestamptz, progress real, audio_seconds real,
      track_id integer, failure_code text, failure text, warning text, created_at timestamptz,
      started_at timestamptz, finished_at timestamptz)`;
    return [
      sql`insert into jobs (kind, payload, label, detail, exclusive_key, weight, priority, ${sameOfJobs})
        select 'import', '{}', coalesce(name, regexp_replace(path, '^.*/', '')), path, 'file:' || path,
          size_bytes, coalesce(priority, 1), ${sameOfJobs} from ${given}`,
      sql`insert into import_jobs (job_id, path, size_bytes, modified_ms, origin, name, track_id)
        select id, path, size_bytes, modified_ms, origin, name, track_id from ${given}`,
    ];
  },
};

const sameOfTracks = [
  ...['id', 'payload_hash', 'group_id', 'title', 'album', 'genre', 'year', 'track_number', 'has_cover'],
  ...['container', 'codec', 'sample_rate_hz', 'channels', 'duration_seconds', 'added_at'],
];

const tracksBeforeArtists: OldTable = {
  name: 'tracks',
  columns: [...sameOfTracks, 'artist'],
  insert: (rowsJson) => {
    const same = sql.raw(sameOfTracks.join(', '));
    return [
      sql`insert into tracks (${same}, artists)
        select ${same}, array_remove(array[artist], null) from json_to_recordset(${rowsJson}::json) as given(
          id integer, payload_hash text, group_id integer, title text, album text, genre text, year integer,
          track_number integer, has_cover boolean, container text, codec text, sample_rate_hz integer,
          channels integer, duration_seconds double precision, added_at timestamptz, artist text)`,
    ];
  },
};

const sameOfSounds = [
  ...['track_id', 'loudness_lufs', 'sample_peak_db', 'tempo_bpm', 'tempo_confidence', 'waveform'],
];

const soundsBeforeBandLevels: OldTable = {
  name: 'sounds',
  columns: [...sameOfSounds, 'fingerprint'],
  insert: (rowsJson) => [
    sql`insert into sounds (${sql.raw(sameOfSounds.join(', '))})
      select track_id, loudness_lufs, sample_peak_db, tempo_bpm, tempo_confidence, decode(waveform, 'base64')
      from json_to_recordset(${rowsJson}::json) as given(track_id integer, loudness_lufs real,
        sample_peak_db real, tempo_bpm real, tempo_confidence real, waveform text)`,
  ],
};

/** How a table of a backup was kept when that was made; undefined where it is kept so today. */
export function oldTable(manifest: Manifest, name: string): OldTable | undefined {
  const { newestMigration } = manifest;
  const old = [
    ...(newestMigration < jobKindsMigration ? [batchesBeforeKinds, jobsBeforeKinds] : []),
    ...(newestMigration < labelsMigration ? [tracksBeforeArtists] : []),
    ...(newestMigration < recordingsMigration ? [soundsBeforeBandLevels] : []),
  ];
  return old.find((table) => table.name === name);
}

/** What is to be written once all rows of an older backup are there. */
export function catchUp({ newestMigration }: Manifest): SQL[] {
  if (newestMigration >= peopleMigration) return [];
  return [
    sql`update people set role = 'owner' where id = 1`,
    sql`update batches set person_id = 1 where id in (select batch_id from jobs where kind in ('read-eeg',
      'train-eeg', 'simulate-eeg', 'compute-study-features', 'read-study-files', 'simulate-study', 'analyse-study'))`,
  ];
}
