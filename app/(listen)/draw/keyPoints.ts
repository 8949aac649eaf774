import type { KeyboardEvent } from 'react';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { addKeyPoint, moveKeyPoint, removeKeyPoint } from './drawing';
import type { KeyDeed } from './handleKeys';
import type { DrawingEditor } from './useDrawing';

/** The key points as both views and the table handle them: which is selected, and what can be done to them. */
export interface KeyPoints {
  editor: DrawingEditor;
  selected: number | null;
  select: (index: number | null) => void;
}

/** Adds a key point and selects it; its index, or null where the drawing is full. */
export function addPoint(
  { editor, select }: KeyPoints,
  { gesture, ...point }: KeyPoint & { gesture?: string },
): number | null {
  const drawing = addKeyPoint(editor.state.drawing, point);
  if (drawing === editor.state.drawing) return null;
  editor.edit(drawing, { gesture });
  const index = drawing.findLastIndex((other) => other.t <= point.t + 0.0005);
  select(index);
  return index;
}

export function movePoint(
  { editor }: KeyPoints,
  index: number,
  { gesture, ...change }: Partial<KeyPoint> & { gesture?: string },
): void {
  editor.edit(moveKeyPoint(editor.state.drawing, index, change), { gesture });
}

export function removePoint({ editor, select }: KeyPoints, index: number): void {
  editor.edit(removeKeyPoint(editor.state.drawing, index));
  select(editor.state.drawing.length > 1 ? Math.max(0, index - 1) : null);
}

/** Does what a key on a handle asks for. A held key is one gesture. */
export function applyDeed(
  points: KeyPoints,
  index: number,
  { deed, event }: { deed: KeyDeed; event: KeyboardEvent },
): void {
  if (!deed) return;
  event.preventDefault();
  if (deed.kind === 'remove') removePoint(points, index);
  else movePoint(points, index, { ...deed.change, gesture: `key ${index} ${event.key}` });
}
