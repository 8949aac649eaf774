import type { CueQuestion } from '@/ml/film/cue';
import type { FilmEdit } from '@/ml/film/fitting/filmEdit';
import type { JoinReport } from '@/ml/film/fitting/joinReport';
import { analysisKind } from '../../analysis/analysisKind';
import type { ImportedFile } from '../../base/importedFile';

/** A track that is to be fitted to a cue. */
export interface FitQuestion {
  file: ImportedFile;
  /** The curve that the installed model told of it. */
  curve: { valence: Float32Array; arousal: Float32Array };
  cue: CueQuestion;
  /** Whether an edit may be stretched so that it ends with a bar. */
  mayStretch: boolean;
}

/** What an edit is compared with: root of the mean cost against the film's curve, as in a search. */
export interface FitFigures {
  /** The best stretch of the track without joins; null where it is shorter than the cue. */
  bestUncut: { startSeconds: number; distance: number } | null;
  /** The track from its start; null where it is shorter than the cue. */
  plainTrim: { distance: number } | null;
  /**
   * Edits at random bars with as many joins: the median of their distances, by curves put together from the track's (they
   * are not rendered). Null where there is none.
   */
  randomEdits: { count: number; medianDistance: number; analysed: 'predicted' } | null;
}

/** A join of an edit, and the edit without it: null where the track is too short for that. */
export interface OfferedJoin extends JoinReport {
  without: (FilmEdit & { distance: number; analysed: 'predicted' }) | null;
}

/** An edit, or why there is none. */
export type FitAnswer = FitFigures &
  (
    | {
        offered: true;
        edit: FilmEdit;
        joins: OfferedJoin[];
        /** Of the edit as it sounds, analysed like any track. */
        distance: number;
        analysed: 'rendered';
        /** How much nearer it is than the best uncut stretch, in percent; null where there is none. */
        betterPercent: number | null;
        /** Words that a join would break are not looked for. */
        singing: 'not judged';
      }
    | {
        offered: false;
        /** In plain words. */
        reason: string;
        /** Of the best edit that was found, where one was. */
        distance: number | null;
      }
  );

/** The edit of the track in a file that follows a cue best, heard before it is offered. */
export const fitEdit = analysisKind<FitQuestion, FitAnswer>('fit-edit');
