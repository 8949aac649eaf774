import { doubleRowOf, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import type { PreparedPiece, PreparedStudy } from '@/ml/encoding/preparedStudy';
import { AppError } from '../../../base/errors';
import type { AnalysisSpec } from '../../analyses/analysisSpec';
import type { StudyProblem } from '../check/studyProblem';
import { chosenColumns } from './preparedRecording';
import { preparePiece, requirePieces, type PieceOutcome } from './preparePiece';
import { selectInput, type SelectedInput } from './selectInput';
import type { InputSeries, StudyInput } from './studyInput';

/** A study on one sampling, with what was left out on the way and what took part. */
export interface StudyPreparation {
  study: PreparedStudy;
  problems: StudyProblem[];
  used: InputSeries[];
}

/**
 * Brings a study to the sampling of its recordings (or, for a coupling, of its plan): volumes dropped, cleaned of drift
 * and confounds, features resampled by Lanczos, changes taken, ratings moved by their lag, everything cut to what all
 * series of a piece cover, and z-scored within runs. People and pieces without what the analysis needs are left out and
 * told. Throws AppError 'invalid' where nothing is left.
 *
 * @param options.onProgress told the share of pieces that are prepared, 0..1
 */
export async function prepareStudy(
  input: StudyInput,
  spec: AnalysisSpec,
  { onProgress }: { onProgress?: (fraction: number) => void } = {},
): Promise<StudyPreparation> {
  const selected = selectInput(input, spec);
  const settings = {
    hopSeconds: hopOf(selected, spec),
    preprocessing: spec.preprocessing,
    withoutBrain: spec.kind === 'coupling',
  };
  const outcomes: PieceOutcome[] = [];
  for (const stimulus of selected.stimuli) {
    outcomes.push(await preparePiece(stimulus, selected, settings));
    onProgress?.(outcomes.length / selected.stimuli.length);
  }
  const pieces = requirePieces(outcomes).map(withoutStillColumns(requirePieces(outcomes)));
  const study = withoutAbsent({
    participants: selected.participants,
    hopSeconds: settings.hopSeconds,
    targets: spec.kind === 'coupling' ? [] : selected.targets.map((position) => input.targets[position]),
    pieces,
  });
  return {
    study,
    problems: [...selected.problems, ...outcomes.flatMap(({ problems }) => problems)],
    used: outcomes.flatMap(({ used }) => used),
  };
}

function hopOf({ recordings }: SelectedInput, spec: AnalysisSpec): number {
  if (spec.kind === 'coupling') return spec.hopSeconds;
  const hop = recordings.find(({ hopSeconds }) => hopSeconds !== null)?.hopSeconds;
  if (hop === undefined || hop === null)
    throw new AppError(
      'invalid',
      'invalid study: none of its recordings can be used (see what its check says)',
    );
  return hop;
}

/** Takes the columns out of shared spaces that stand still in every piece, such as dead units of a network. */
function withoutStillColumns(pieces: PreparedPiece[]): (piece: PreparedPiece) => PreparedPiece {
  const moving = new Map(
    Object.keys(pieces[0].shared).map((name) => [
      name,
      movingColumns(pieces.map(({ shared }) => shared[name])),
    ]),
  );
  return (piece) => ({
    ...piece,
    shared: Object.fromEntries(
      Object.entries(piece.shared).map(([name, space]) => [
        name,
        chosenColumns(space, moving.get(name) ?? []),
      ]),
    ),
  });
}

function movingColumns(spaces: DoubleMatrix[]): number[] {
  const [{ columns }] = spaces;
  if (spaces.some((space) => space.columns !== columns)) {
    const counts = [...new Set(spaces.map((space) => space.columns))].join(' and ');
    throw new AppError(
      'invalid',
      `invalid feature: it has ${counts} columns in different pieces (compute it anew)`,
    );
  }
  return Array.from({ length: columns }, (_, column) => column).filter((column) =>
    spaces.some((space) => !isStill(space, column)),
  );
}

function isStill(space: DoubleMatrix, column: number): boolean {
  const [first] = [doubleRowOf(space, 0)[column]];
  for (let row = 1; row < space.rows; row++) if (doubleRowOf(space, row)[column] !== first) return false;
  return true;
}

/** Leaves out participants of whom nothing is there: no recording, and no series of their own. */
function withoutAbsent(study: PreparedStudy): PreparedStudy {
  const isThere = study.participants.map((_, at) =>
    study.pieces.some(
      ({ recordings, own }) =>
        recordings[at] !== null ||
        (study.targets.length === 0 && Object.values(own).some((each) => each[at] !== null)),
    ),
  );
  const present = <T>(all: T[]) => all.filter((_, at) => isThere[at]);
  return {
    ...study,
    participants: present(study.participants),
    pieces: study.pieces.map((piece) => ({
      ...piece,
      own: Object.fromEntries(Object.entries(piece.own).map(([name, all]) => [name, present(all)])),
      recordings: present(piece.recordings),
    })),
  };
}
