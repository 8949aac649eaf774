import type { EegBand, EegSignal } from '../eegSignal';
import type { StepGrid } from './stepGrid';

/** Variances of a signal's bands in all steps of a grid, [step, channel, band], microvolts squared. */
export type BandVariances = (signal: EegSignal, bands: readonly EegBand[], grid: StepGrid) => Float32Array;
