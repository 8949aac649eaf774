import { analysisKind } from '../../analysis/analysisKind';
import type { ImportedFile } from '../../base/importedFile';
import type { LoudnessGain } from './loudnessGain';
import type { SectionPlan } from './sectionPlan';

/** A section to be written as a sound file. */
export interface SectionQuestion {
  /** The track's file. */
  file: ImportedFile;
  plan: SectionPlan;
  targetLufs: number | null;
  /** Fades to be burnt in, from the cue's start and to its end, in seconds; 0 for none. */
  fadeInSeconds: number;
  fadeOutSeconds: number;
  format: 'wav' | 'flac';
  /** What the file's bext chunk says of it. */
  description: string;
  /** ISO 8601. */
  madeAt: string;
  /** Where it is written. */
  target: string;
}

/** What was written. */
export interface RenderedSection extends LoudnessGain {
  lengthSamples: number;
  /** Of what lies under the cue, as it is in the file; null for silence and for less than 400 ms. */
  integratedLufs: number | null;
  truePeakDb: number | null;
  /** As the track's file says; empty where it does not. */
  isrc: string;
  writer: string;
}

/** The section of a track that lies under a cue, written as a sound file. It fails where the track ends before it. */
export const renderSection = analysisKind<SectionQuestion, RenderedSection>('render-section');
