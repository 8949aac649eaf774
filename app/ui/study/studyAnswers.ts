import type { Answers } from '@/app/trpc';

/** Everything of a study but numbers. */
export type Study = Answers['studies']['get'];
export type StudyStimulus = Study['stimuli'][number];
export type StudySeries = Study['series'][number];
export type StudyTarget = Study['targets'][number];
export type StudyProblem = Answers['studies']['check'][number];
/** An analysis as lists show it. */
export type AnalysisSummary = Study['analyses'][number];
export type AnalysisSpec = AnalysisSummary['spec'];
/** The answer of a finished analysis, without what a single region is told by. */
export type AnalysisResult = Answers['studies']['analyses']['result'];
export type RegionStory = Answers['studies']['analyses']['region'];
/** Networks and their layers from the input on. */
export type Networks = Answers['studies']['networks'];
