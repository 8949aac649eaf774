import type { StudySeriesKind } from '@/db/schema';

/** A series of a study, without its numbers. */
export interface SeriesHead {
  id: number;
  kind: StudySeriesKind;
  stimulus: string;
  /** Null for a feature that was the same for everybody. */
  participant: string | null;
  name: string;
  hopSeconds: number | null;
  startSeconds: number;
  samples: number;
  /** Names of its columns: the regions of a recording. */
  columns: string[];
  afterScan: boolean;
  shiftSeconds: number;
  /** The file it was read from, or what computed it. */
  source: string;
  /** SHA-256 of its numbers. */
  sha256: string;
}
