import type { DoubleMatrix } from '@/ml/linear/doubleMatrix';
import type { PreparedPiece } from '@/ml/encoding/preparedStudy';
import { AppError, isAppError } from '../../../base/errors';
import type { PreprocessingSpec } from '../../analyses/analysisSpec';
import type { StudyProblem } from '../check/studyProblem';
import { featureTimes, pieceTimes, type PieceTimes } from './pieceTimes';
import { preparedRecording, withoutFirst, type Run } from './preparedRecording';
import { preparedSpace } from './preparedSpace';
import { readInputSeries, type LoadedSeries } from './readInputSeries';
import type { SelectedInput } from './selectInput';
import type { InputSeries, StudyInput } from './studyInput';

/** Fewer samples than this are no piece to analyse. */
const leastSamples = 20;

/** How pieces are brought to one sampling. */
export interface PieceSettings {
  hopSeconds: number;
  preprocessing: PreprocessingSpec;
  /** True where a piece without recordings takes part: features and ratings alone. */
  withoutBrain: boolean;
}

/** One piece with everything on its samples; what could not be taken is told in `problems`. */
export interface PieceOutcome {
  piece: PreparedPiece | null;
  problems: StudyProblem[];
  used: InputSeries[];
}

/** Brings all that was chosen of one piece to its samples. */
export async function preparePiece(
  stimulus: StudyInput['stimuli'][number],
  selected: SelectedInput,
  settings: PieceSettings,
): Promise<PieceOutcome> {
  const of = (series: InputSeries[]) => series.filter((each) => each.stimulus === stimulus.name);
  const absent = selected.spaces.find(({ series }) => of(series).length === 0);
  const recordings = of(selected.recordings);
  if (absent || (recordings.length === 0 && !settings.withoutBrain))
    return leftOut(
      stimulus.name,
      absent ? `it has no ${absent.space.from} ${absent.space.series}` : 'nobody was recorded',
    );
  const work = new PieceWork(stimulus, settings);
  await work.load({ recordings, confounds: of(selected.confounds), selected });
  return work.prepare(selected);
}

function leftOut(stimulus: string, why: string): PieceOutcome {
  const problem: StudyProblem = {
    ...{ severity: 'warning', code: 'left-out', seriesId: null, participant: null, stimulus, region: null },
    message: `invalid piece: ${stimulus} (${why}: it is left out)`,
  };
  return { piece: null, problems: [problem], used: [] };
}

/** The series of one piece, loaded once, and what becomes of them. */
class PieceWork {
  private readonly recordings = new Map<string, Omit<Run, 'columns'>>();
  private readonly series = new Map<number, LoadedSeries>();
  private readonly problems: StudyProblem[] = [];
  private readonly used: InputSeries[] = [];

  constructor(
    private readonly stimulus: StudyInput['stimuli'][number],
    private readonly settings: PieceSettings,
  ) {}

  async load({
    recordings,
    confounds,
    selected,
  }: {
    recordings: InputSeries[];
    confounds: InputSeries[];
    selected: SelectedInput;
  }): Promise<void> {
    const { dropVolumes } = this.settings.preprocessing;
    for (const recording of recordings) {
      const own = confounds.find(({ participant }) => participant === recording.participant);
      this.recordings.set(recording.participant ?? '', {
        recording: withoutFirst(await readInputSeries(recording), dropVolumes),
        confounds: own ? withoutFirst(await readConfounds(own, recording), dropVolumes) : null,
      });
    }
    for (const { series } of selected.spaces)
      for (const each of series)
        if (each.stimulus === this.stimulus.name && !this.series.has(each.id))
          this.series.set(each.id, await readInputSeries(each));
  }

  prepare(selected: SelectedInput): PieceOutcome {
    const times = this.times();
    if (times.samples < leastSamples)
      return leftOut(this.stimulus.name, `all its series together cover ${times.samples} samples`);
    const piece: PreparedPiece = {
      name: this.stimulus.name,
      mood: this.stimulus.mood,
      samples: times.samples,
      ...(this.settings.withoutBrain ? {} : { margin: times.margin }),
      ...this.spaces(selected, times),
      recordings: selected.participants.map((label) => this.recordingOf(label, selected, times)),
    };
    return { piece, problems: this.problems, used: this.used };
  }

  private times(): PieceTimes {
    const { hopSeconds, preprocessing } = this.settings;
    return pieceTimes({
      ...{ hopSeconds, ...preprocessing },
      recordings: [...this.recordings.values()].map(({ recording }) => recording),
      others: [...this.series.values()],
      durationSeconds: this.stimulus.durationSeconds,
    });
  }

  private recordingOf(label: string, { targets }: SelectedInput, times: PieceTimes): DoubleMatrix | null {
    const run = this.recordings.get(label);
    if (!run) return null;
    const prepared = this.attempt(run.recording, () =>
      preparedRecording({ ...run, columns: targets }, times, this.settings.preprocessing),
    );
    if (prepared && run.confounds) this.used.push(run.confounds);
    return prepared;
  }

  private spaces({ spaces, participants }: SelectedInput, times: PieceTimes) {
    const shared: PreparedPiece['shared'] = {};
    const own: PreparedPiece['own'] = {};
    const { preprocessing, withoutBrain } = this.settings;
    const sampled = withoutBrain ? times.times : featureTimes(times);
    for (const { space, series } of spaces) {
      const here = series.flatMap(({ id }) => this.series.get(id) ?? []);
      const ofPiece = here.filter(({ stimulus }) => stimulus === this.stimulus.name);
      const everybodys = ofPiece.find(({ participant }) => participant === null);
      const prepared = (each: LoadedSeries) => preparedSpace(each, { space, times: sampled, preprocessing });
      if (everybodys) {
        shared[space.name] = prepared(everybodys);
        this.used.push(everybodys);
        continue;
      }
      own[space.name] = participants.map((label) => {
        const mine = ofPiece.find(({ participant }) => participant === label);
        return mine ? this.attempt(mine, () => prepared(mine)) : null;
      });
    }
    return { shared, own };
  }

  /** What `work` makes of a series; one that is refused is told, and left out. */
  private attempt(series: LoadedSeries, work: () => DoubleMatrix): DoubleMatrix | null {
    try {
      const made = work();
      this.used.push(series);
      return made;
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { id: seriesId, participant, stimulus } = series;
      this.problems.push({
        ...{ severity: 'refused', code: 'constant', seriesId, participant, stimulus, region: null },
        message: error.message,
      });
      return null;
    }
  }
}

/** Confounds have a row a volume: where nothing says their sampling interval, it is the recording's. */
function readConfounds(confounds: InputSeries, { hopSeconds }: InputSeries): Promise<LoadedSeries> {
  return readInputSeries({ ...confounds, hopSeconds: confounds.hopSeconds ?? hopSeconds });
}

/** Throws AppError 'invalid' where nothing is left to analyse. */
export function requirePieces(outcomes: PieceOutcome[]): PreparedPiece[] {
  const pieces = outcomes.flatMap(({ piece }) => piece ?? []);
  if (pieces.length > 0) return pieces;
  const reasons = outcomes.flatMap(({ problems }) => problems.map(({ message }) => message));
  throw new AppError(
    'invalid',
    `invalid study: no piece can be analysed (${reasons.slice(0, 3).join('; ')})`,
  );
}
