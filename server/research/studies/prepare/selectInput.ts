import type { AnalysisSpec, SpaceSpec } from '../../analyses/analysisSpec';
import type { StudyProblem } from '../check/studyProblem';
import type { InputSeries, StudyInput } from './studyInput';

/** What of a study takes part in an analysis. */
export interface SelectedInput {
  participants: string[];
  stimuli: StudyInput['stimuli'];
  /** Positions of the regions that are meant, among the study's. */
  targets: number[];
  recordings: InputSeries[];
  confounds: InputSeries[];
  /** Features and ratings that the specification names. */
  spaces: { space: SpaceSpec; series: InputSeries[] }[];
  /** What was left out, and what else a reader should know. */
  problems: StudyProblem[];
}

/**
 * Chooses what an analysis is about: the participants, pieces and regions that are asked for, and of their series those
 * that are not refused. A run that is refused for a region which nobody asked for stays.
 */
export function selectInput(input: StudyInput, spec: AnalysisSpec): SelectedInput {
  const wanted = <T>(given: string[] | null, all: T[], nameOf: (each: T) => string) =>
    given === null ? all : all.filter((each) => given.includes(nameOf(each)));
  const participants = wanted(spec.participants, input.participants, (label) => label);
  const stimuli = wanted(spec.stimuli, input.stimuli, ({ name }) => name);
  const positions = input.targets.map((_, position) => position);
  const targets = wanted(spec.targets, positions, (position) => input.targets[position].name);
  const regions = new Set(targets.map((position) => input.targets[position].name));
  const problems = input.problems.filter((problem) => concerns(problem, { participants, stimuli, regions }));
  const refused = new Set(
    problems.filter(({ severity }) => severity === 'refused').map(({ seriesId }) => seriesId),
  );
  const taken = input.series.filter(
    ({ id, participant, stimulus }) =>
      !refused.has(id) &&
      (participant === null || participants.includes(participant)) &&
      stimuli.some(({ name }) => name === stimulus),
  );
  const ofKind = (kind: InputSeries['kind']) => taken.filter((series) => series.kind === kind);
  return {
    ...{ participants, stimuli, targets },
    recordings: spec.kind === 'coupling' ? [] : ofKind('recording'),
    confounds: spec.preprocessing.confounds === null ? [] : ofKind('confounds'),
    spaces: spacesOf(spec).map((space) => ({
      space,
      series: taken.filter(({ kind, name }) => kind === space.from && name === space.series),
    })),
    problems: problems.filter((problem) => isAbout(problem, input, spec)),
  };
}

/** Every space that a specification names, features before ratings. */
function spacesOf(spec: AnalysisSpec): SpaceSpec[] {
  return [...('spaces' in spec ? spec.spaces : []), ...('scales' in spec ? spec.scales : [])];
}

function concerns(
  { participant, stimulus, region, code }: StudyProblem,
  chosen: { participants: string[]; stimuli: StudyInput['stimuli']; regions: Set<string> },
): boolean {
  return (
    (participant === null || chosen.participants.includes(participant)) &&
    (stimulus === null || chosen.stimuli.some(({ name }) => name === stimulus)) &&
    // A wrong order of regions concerns all of them.
    (region === null || code === 'regions' || chosen.regions.has(region))
  );
}

/** Whether a problem is of a series that this analysis would have taken, or of the study as a whole. */
function isAbout({ seriesId }: StudyProblem, { series }: StudyInput, spec: AnalysisSpec): boolean {
  const of = series.find(({ id }) => id === seriesId);
  if (!of) return seriesId === null;
  if (of.kind === 'recording') return spec.kind !== 'coupling';
  if (of.kind === 'confounds') return spec.preprocessing.confounds !== null;
  return spacesOf(spec).some(({ from, series: name }) => from === of.kind && name === of.name);
}
