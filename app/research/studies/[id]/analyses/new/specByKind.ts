import type { AnalysisSpec } from '@/app/ui/study/studyAnswers';

export type AnalysisKind = AnalysisSpec['kind'];

/** A specification of each kind of analysis. */
export type SpecByKind = { [Kind in AnalysisKind]: Extract<AnalysisSpec, { kind: Kind }> };

export type EncodingSpec = SpecByKind['encoding'];
export type CouplingSpec = SpecByKind['coupling'];
export type LeadLagSpec = SpecByKind['leadLag'];
export type SpaceSpec = EncodingSpec['spaces'][number];
export type Preprocessing = EncodingSpec['preprocessing'];
