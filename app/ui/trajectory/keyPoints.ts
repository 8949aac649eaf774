import type { KeyboardEvent } from 'react';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { addKeyPoint, moveKeyPoint, plainGrain, removeKeyPoint } from './drawing';
import type { KeyDeed } from './handleKeys';
import type { TrajectoryEditor } from './useTrajectoryEditor';

/** Adds a key point and selects it; its index, or null where the drawing is full. */
export function addPoint(
  { value, grain = plainGrain, edit, select }: TrajectoryEditor,
  { gesture, ...point }: KeyPoint & { gesture?: string },
): number | null {
  const drawing = addKeyPoint(value.drawing, point, grain);
  if (drawing === value.drawing) return null;
  edit(drawing, { gesture });
  const index = drawing.findLastIndex((other) => other.t <= point.t + grain.leastGap / 2);
  select(index);
  return index;
}

export function movePoint(
  { value, grain, edit }: TrajectoryEditor,
  index: number,
  { gesture, ...change }: Partial<KeyPoint> & { gesture?: string },
): void {
  edit(moveKeyPoint(value.drawing, index, { ...change, grain }), { gesture });
}

export function removePoint({ value, edit, select }: TrajectoryEditor, index: number): void {
  edit(removeKeyPoint(value.drawing, index));
  select(value.drawing.length > 1 ? Math.max(0, index - 1) : null);
}

/** Does what a key on a handle asks for. A held key is one gesture. */
export function applyDeed(
  editor: TrajectoryEditor,
  index: number,
  { deed, event }: { deed: KeyDeed; event: KeyboardEvent },
): void {
  if (!deed) return;
  event.preventDefault();
  if (deed.kind === 'remove') removePoint(editor, index);
  else movePoint(editor, index, { ...deed.change, gesture: `key ${index} ${event.key}` });
}
