import { analysisKind } from '../analysis/analysisKind';

/** A graph to be loaded by the analysis process. */
export interface ModelToLoad {
  /** Path of the file, and the SHA-256 of its content. */
  graph: string;
  sha256: string;
  /** A name that ml/embedding knows. */
  frontEnd: string;
  output?: string;
}

/** What a graph turns out to be. */
export interface InspectedModel {
  output: string;
  /** How many numbers an embedding has. */
  size: number;
  fileBytes: number;
}

/** A graph, loaded and tried on a window. */
export const inspect = analysisKind<ModelToLoad, InspectedModel>('inspect');
