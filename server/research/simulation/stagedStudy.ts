import type { SimulatedSound } from '@/ml/simulation/simulatedSound';
import type { SimulationPlan } from '@/ml/simulation/simulationPlan';
import { analysisKind } from '../../analysis/analysisKind';
import type { Series } from '../recordings/series';
import type { NewSeries } from '../studies/import/studyWriter';
import type { PieceSound } from './pieceSounds';

/** What the simulated participants hear of a sound. */
export const heardFeatures = ['envelope', 'circumplex embedding'] as const;

/** A piece as it was heard: its features at their own rates, and on the recording's samples. */
export interface HeardPiece {
  sound: SimulatedSound;
  features: Record<(typeof heardFeatures)[number], Series>;
}

/** Pieces that are to be listened to, and the folder that the study is to be written to. */
export interface Listening {
  folder: string;
  plan: SimulationPlan;
  sounds: readonly PieceSound[];
  heard: readonly HeardPiece[];
}

/** A study whose files lie in a folder and of which no row speaks yet. */
export interface StagedStudy {
  /** What is to be the study's folder. */
  folder: string;
  participants: string[];
  series: NewSeries[];
}

/** Simulates the listeners of pieces; heavy enough to be kept off the server's own thread. */
export const simulateListeners = analysisKind<Listening, StagedStudy>('simulate-listeners');
