import type { EegChannelFacts, EegEventFacts } from '@/db/schema';
import { analysisKind } from '../../../../analysis/analysisKind';
import type { EegTrial } from '../../../recordings/eeg/eegRecording';
import type { EntropyReport } from '../../entropy/entropyReport';
import type { MeasuringWish } from '../../entropy/measuringWish';

/** A recording to be measured, and where its windows go. */
export interface Measuring {
  path: string;
  measuring: MeasuringWish;
  /** Places on the head that are interpolated where they were not recorded. */
  sites: string[];
  /** An NPY file, with a JSON document beside it. */
  out: string;
}

/** What a recording is, and what was dropped of it. */
export interface MeasuredRecording {
  format: string;
  durationSeconds: number;
  channels: EegChannelFacts[];
  events: EegEventFacts[];
  trials: EegTrial[];
  report: EntropyReport;
}

/** Describes, cleans and measures a recording, whose windows are written to a file. */
export const measureRecording = analysisKind<Measuring, MeasuredRecording>('measure-eeg');
