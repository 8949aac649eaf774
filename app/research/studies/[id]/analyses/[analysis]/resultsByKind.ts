import type { AnalysisResult } from '@/app/ui/study/studyAnswers';

/** Whether brains move together. */
export type IntersubjectResult = Extract<AnalysisResult, { kind: 'intersubject' }>;

/** Which sounds go with what people felt. */
export type CouplingReport = Extract<AnalysisResult, { kind: 'coupling' }>['report'];

/** The same for one scale of ratings. */
export type ScaleCoupling = CouplingReport['scales'][number];
