import { type SymmetricLayout } from './symmetricMemory';

/** The steps in which the decomposition of a symmetric matrix spends its time, over one working memory. */
export interface SymmetricKernel {
  readonly layout: SymmetricLayout;
  /** Laid out as `layout` tells. */
  readonly memory: Float64Array;
  /**
   * Takes last reflector times last update', and its transposed, from the leading `count` rows, then multiplies those by
   * the reflector. Of the matrix the lower triangle alone is read and written. The vectors are 0 from `count` on.
   */
  updateAndMultiply(count: number): void;
  /** Multiplies the rows of every panel, from the right, by all reflectors, each a row of the matrix. */
  reflectPanels(): void;
  /** Turns pairs of neighbouring columns of every panel by the rotations of so many sweeps. */
  rotatePanels(sweepCount: number): void;
}
