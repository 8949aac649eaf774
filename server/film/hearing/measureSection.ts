import { analysisKind } from '../../analysis/analysisKind';
import type { MeasuredSection } from '../render/measuredSection';
import type { SectionPlan } from '../render/sectionPlan';

/** Measures a section of a track without writing it. */
export const measureSection = analysisKind<{ path: string; plan: SectionPlan }, MeasuredSection>(
  'measure-section',
);
