import { bidsNameOf } from '../../../recordings/bids/bidsName';
import type { DatasetFile } from '../../../recordings/bids/datasetFiles';
import { askProcess } from '../../../../analysis/askProcess';
import { mapBids, type BidsMapping } from './mapBids';

/**
 * What the files of a study are to it where they are a BIDS dataset, read in the watched process; null where they are
 * none. Places are names of brought files, with the folders that the dataset lay in.
 * Throws AppError 'unreadable' where reading it ended the process.
 */
export async function bidsMapping(files: DatasetFile[]): Promise<BidsMapping | null> {
  if (!files.some(({ place }) => isOfRun(place))) return null;
  const root = datasetRoot(files.map(({ place }) => place));
  const below = files.map((file) => ({ ...file, place: withoutRoot(file.place, root) }));
  const mapping = await askProcess(mapBids, { files: below }, { what: 'BIDS folder' });
  if (mapping === null) return null;
  const names = new Map(files.map(({ place }, at) => [below[at].place, place]));
  const named = (place: string | null) => (place === null ? null : (names.get(place) ?? place));
  const rows = mapping.rows.map((row) => ({
    ...row,
    file: named(row.file) ?? row.file,
    labels: named(row.labels),
    labelNames: named(row.labelNames),
  }));
  return { ...mapping, rows };
}

function isOfRun(place: string): boolean {
  const name = bidsNameOf(place.split('/').pop() ?? '');
  return name?.entities.sub !== undefined && name.entities.task !== undefined;
}

/** The folder of the dataset, with its slash: that of the highest dataset_description.json, else what holds participants. */
function datasetRoot(places: string[]): string {
  const roots = places
    .filter((place) => /(^|\/)dataset_description\.json$/.test(place))
    .map((place) => place.slice(0, place.lastIndexOf('/') + 1));
  const [highest] = roots.sort((one, other) => one.length - other.length);
  if (highest !== undefined) return highest;
  const first = places.find((place) => /(^|\/)sub-[A-Za-z0-9]+\//.test(place)) ?? '';
  return first.slice(
    0,
    Math.max(0, first.search(/(^|\/)sub-[A-Za-z0-9]+\//) + (first.startsWith('sub-') ? 0 : 1)),
  );
}

function withoutRoot(place: string, root: string): string {
  return place.startsWith(root) ? place.slice(root.length) : place;
}
