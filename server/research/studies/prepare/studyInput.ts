import type { StudySeriesKind } from '@/db/schema';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { StudyProblem } from '../check/studyProblem';

/** A series of a study, with where its numbers lie. */
export interface InputSeries {
  id: number;
  kind: StudySeriesKind;
  stimulus: string;
  /** Null for a feature that was the same for everybody. */
  participant: string | null;
  name: string;
  hopSeconds: number | null;
  startSeconds: number;
  samples: number;
  columns: string[];
  afterScan: boolean;
  shiftSeconds: number;
  /** Its NPY file, [samples, columns]. */
  path: string;
  /** SHA-256 of that file. */
  sha256: string;
}

/** Everything of a study that an analysis may need, as plain data that crosses to another process. */
export interface StudyInput {
  title: string;
  simulated: boolean;
  participants: string[];
  stimuli: { name: string; mood: string | null; durationSeconds: number | null }[];
  targets: Target[];
  series: InputSeries[];
  problems: StudyProblem[];
}
