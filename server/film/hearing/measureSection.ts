import { analysisKind } from '../../analysis/analysisKind';
import type { ImportedFile } from '../../base/importedFile';
import type { MeasuredSection } from '../render/measuredSection';
import type { SectionPlan } from '../render/sectionPlan';

/** Measures a section of a track without writing it. */
export const measureSection = analysisKind<{ file: ImportedFile; plan: SectionPlan }, MeasuredSection>(
  'measure-section',
);
