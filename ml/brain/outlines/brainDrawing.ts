import type { ViewPoint } from './spline';

/** What a line of the drawing is, which decides its weight. */
export type LineKind = 'edge' | 'sulcus' | 'faint';

export interface DrawnLine {
  kind: LineKind;
  points: readonly ViewPoint[];
}

/** A closed, filled part of the drawing with the lines upon it. */
export interface DrawnPart {
  kind: 'cortex' | 'beneath' | 'inside';
  points: readonly ViewPoint[];
  lines: readonly DrawnLine[];
}

/**
 * One view of the brain as this project draws it, by hand, from the landmarks of MNI152 space that atlases describe
 * (Talairach & Tournoux 1988; Ono, Kubik & Abernathey 1990; Mai & Majtanik 2017): poles, gyri and sulci at their usual
 * coordinates. A schema to find one's way by, not a segmentation. Parts are painted first to last; regions lie on top
 * of those that are cortex.
 */
export type BrainDrawing = readonly DrawnPart[];
