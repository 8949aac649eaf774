import { analysisKind } from '../../../../analysis/analysisKind';
import type { DatasetFile } from '../../../recordings/bids/datasetFiles';
import type { MappingRow } from '../mappingRow';
import type { MappingNote } from './mappingNote';

/** What the files of a BIDS dataset are to a study. */
export interface BidsMapping {
  /** What the dataset calls itself; null where it does not say. */
  dataset: string | null;
  /** Those that are used, then those that might be; files are named by their places. */
  rows: MappingRow[];
  notes: MappingNote[];
}

/** The files of a study as a BIDS dataset; null where there is no run among them. */
export const mapBids = analysisKind<{ files: DatasetFile[] }, BidsMapping | null>('map-bids');
