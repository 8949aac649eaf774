import type { Target } from '@/ml/encoding/preparedStudy';
import type { StudyProblem } from '../check/studyProblem';
import type { SeriesHead } from '../seriesHead';

/** A series of a study, with where its numbers lie. */
export interface InputSeries extends SeriesHead {
  /** Its NPY file, [samples, columns]. */
  path: string;
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
