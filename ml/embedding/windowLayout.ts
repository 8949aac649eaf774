import { matrixOf } from '../matrix/matrix';
import { transposed } from '../matrix/multiply';
import type { FrontEnd } from './frontEnds/soundWindow';

/** Sizes of a graph's input as it declares them: a number, or the name of a size that is left open. */
export type DeclaredShape = readonly (number | string)[];

/** How a graph wants a window: its shape without the batch, and whether time comes before the bands. */
export interface WindowLayout {
  dimensions: number[];
  timeFirst: boolean;
}

/**
 * How a graph with an input of `shape` takes the windows of a front end: [batch, frames, bands] or [batch, bands,
 * frames], with one channel before or after them or without, as the frameworks have it. undefined where it takes
 * none of these.
 */
export function windowLayout(shape: DeclaredShape, { frames, bands }: FrontEnd): WindowLayout | undefined {
  const layouts = [true, false].flatMap((timeFirst) => {
    const plane = timeFirst ? [frames, bands] : [bands, frames];
    return [plane, [1, ...plane], [...plane, 1]].map((dimensions) => ({ dimensions, timeFirst }));
  });
  const [batch, ...wanted] = shape;
  if (!takes(batch, 1)) return undefined;
  return layouts.find(
    ({ dimensions }) =>
      dimensions.length === wanted.length && dimensions.every((size, i) => takes(wanted[i], size)),
  );
}

function takes(declared: number | string | undefined, size: number): boolean {
  return declared === size || isOpen(declared);
}

/** True for a size that is known only when the graph runs. */
export function isOpen(declared: number | string | undefined): boolean {
  return typeof declared === 'string' || (typeof declared === 'number' && declared < 0);
}

/** The windows one after the other as `layout` has them. */
export function laidOut(
  windows: Float32Array[],
  layout: WindowLayout,
  { frames, bands }: FrontEnd,
): Float32Array {
  const size = frames * bands;
  const values = new Float32Array(windows.length * size);
  windows.forEach((window, i) => {
    values.set(layout.timeFirst ? window : transposed(matrixOf(window, bands)).values, i * size);
  });
  return values;
}
