import { bidsNameOf } from '../../../recordings/bids/bidsName';
import type { DatasetFile } from '../../../recordings/bids/datasetFiles';
import { bidsFolderOf } from '../../../recordings/bids/readBidsFolder';
import type { BidsFolder, BidsRun } from '../../../recordings/bids/bidsFolder';
import { isBeside } from '../isBeside';
import { mappingRow, type MappingRow } from '../mappingRow';
import { proposeMapping } from '../proposeMapping';
import { chosenRecordings, labelImages } from './chosenRecordings';
import { heardPieces } from './heardPieces';
import type { BidsMapping } from './mapBids';
import type { MappingNote } from './mappingNote';
import { ratingRows } from './ratingRows';
import { runRows } from './runRows';
import { sharedFeatureRows, soundRows } from './soundRows';

/**
 * What the files of a BIDS dataset are to a study, by names, events and JSON files. Places are from the root of the
 * dataset. Files that are no BIDS are taken as their names say; sidecars and documentation are not told of. Null where
 * there is no run among them.
 */
export async function mapBidsFiles(files: DatasetFile[]): Promise<BidsMapping | null> {
  const folder = await bidsFolderOf(files);
  if (folder.runs.length === 0) return null;
  const notes: MappingNote[] = folder.warnings.map((message) => ({ kind: 'fault', message }));
  const places = files.map(({ place }) => place);
  const used = await usedRows(folder, places, notes);
  const taken = new Set(used.flatMap(({ file, labels, labelNames }) => [file, labels, labelNames]));
  const others = restRows(places.filter((place) => !taken.has(place)));
  notes.push(...unusedNotes(others, folder.runs));
  // A JSON file that several files are read with is told of once.
  const once = notes.filter(({ message }, at) => notes.findIndex((note) => note.message === message) === at);
  return { dataset: folder.name, rows: [...used, ...others], notes: once };
}

async function usedRows(folder: BidsFolder, places: string[], notes: MappingNote[]): Promise<MappingRow[]> {
  const heard = await heardPieces(folder.runs, notes);
  const chosen = chosenRecordings(folder.runs, labelImages(places), notes);
  const rows: MappingRow[] = [];
  for (const run of folder.runs) {
    const [pieces, recording] = [heard.get(run) ?? [], chosen.get(run)];
    const labelNames = namesOf(recording?.labels ?? null, places);
    if (recording) rows.push(...(await runRows({ run, pieces, recording, labelNames }, notes)));
    rows.push(...(await ratingRows(run, pieces, notes)));
  }
  return [...rows, ...sharedFeatureRows(places, heard), ...soundRows(places, onlyUsed(heard, rows), notes)];
}

/** Pieces of runs that are used: no sound is missed of a run that says nothing else. */
function onlyUsed(heard: Awaited<ReturnType<typeof heardPieces>>, rows: MappingRow[]) {
  const used = new Set(rows.map(({ stimulus }) => stimulus));
  return new Map(
    [...heard].map(
      ([run, pieces]) =>
        [run, pieces.filter(({ stimulus }) => used.has(stimulus))] as [BidsRun, typeof pieces],
    ),
  );
}

/** The table beside a label image that names its labels. */
function namesOf(image: string | null, places: string[]): string | null {
  const table = image?.replace(/\.nii(\.gz)?$/, '.tsv');
  return table !== undefined && places.includes(table) ? table : null;
}

/** Tables of a study, and what is no BIDS, as their names say; everything else is not used. */
function restRows(places: string[]): MappingRow[] {
  return proposeMapping(places.filter((place) => !isBeside(place))).map((row) => {
    const isTable = row.use === 'participants' || row.use === 'stimuli' || row.use === 'targets';
    const name = bidsNameOf(row.file.split('/').pop() ?? '');
    const isBids = name !== null && Object.keys(name.entities).length > 0;
    return isTable || row.use === 'analysis' || (!isBids && row.use !== 'sound')
      ? row
      : mappingRow.parse({ file: row.file, use: 'ignore' });
  });
}

/** What is not used, by kind. */
function unusedNotes(rows: MappingRow[], runs: BidsRun[]): MappingNote[] {
  const versions = new Set(
    runs.flatMap(({ bold, regions, confounds }) => [...bold, ...regions, ...confounds]),
  );
  const ofRuns = new Set([...versions].map(({ place }) => place));
  const counts = new Map<string, string[]>();
  for (const { file, use } of rows) {
    if (use !== 'ignore') continue;
    const kind = bidsNameOf(file.split('/').pop() ?? '')?.suffix ?? 'other';
    counts.set(kind, [...(counts.get(kind) ?? []), file]);
  }
  return [...counts].map(([kind, [first, ...more]]) => ({
    kind: 'unused',
    message: `${kind}: ${first}${more.length > 0 ? ` and ${more.length} more` : ''} (${ofRuns.has(first) ? 'another version is taken' : 'no recording, rating, feature or sound of a run'})`,
  }));
}
