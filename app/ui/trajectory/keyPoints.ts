import type { KeyboardEvent } from 'react';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { clampPoint } from '../clampAffect';
import {
  addKeyPoint,
  emotionAt,
  moveKeyPoint,
  nextKeyPoint,
  plainGrain,
  removeKeyPoint,
  timeAfter,
} from './drawing';
import type { KeyDeed } from './handleKeys';
import type { EditOptions } from './trajectoryEdits';
import type { TrajectoryEditor } from './useTrajectoryEditor';

/** Adds a key point and selects it; its index, or null where the drawing is full. */
export function addPoint(
  { value, grain = plainGrain, edit, select }: TrajectoryEditor,
  point: KeyPoint,
): number | null {
  const drawing = addKeyPoint(value.drawing, point, grain);
  if (drawing === value.drawing) return null;
  edit(drawing);
  const index = drawing.findLastIndex((other) => other.t <= point.t + grain.leastGap / 2);
  select(index);
  return index;
}

export function movePoint(
  { value, grain, edit }: TrajectoryEditor,
  index: number,
  { gesture, ends, ...change }: Partial<KeyPoint> & Pick<EditOptions, 'gesture' | 'ends'>,
): void {
  edit(moveKeyPoint(value.drawing, index, { ...change, grain }), { gesture, ends });
}

export function removePoint({ value, edit, select }: TrajectoryEditor, index: number): void {
  edit(removeKeyPoint(value.drawing, index));
  select(value.drawing.length > 1 ? Math.max(0, index - 1) : null);
}

/** What an empty surface needs so that a drawing can be begun by keys: it takes the focus, and Enter begins. */
export function surfaceKeys(editor: TrajectoryEditor) {
  const isEmpty = editor.value.drawing.length === 0;
  return {
    'data-drawing-surface': '',
    tabIndex: isEmpty ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.target !== event.currentTarget || !isEmpty) return;
      event.preventDefault();
      addPoint(editor, nextKeyPoint([]));
    },
  };
}

/** Adds a key point on the drawing after one of it, where there is most room. */
function addAfter(editor: TrajectoryEditor, index: number): void {
  const { drawing } = editor.value;
  const t = timeAfter(drawing, index);
  addPoint(editor, { t, ...clampPoint(emotionAt(drawing, t)) });
}

/** The last handle goes: the focus is on the one before it first, or on the surface. */
function leaveHandle({ value }: TrajectoryEditor, index: number, surface: HTMLElement | null): void {
  if (index < value.drawing.length - 1) return;
  const before = surface?.querySelector<HTMLElement>(`[data-key-index="${index - 1}"]`);
  (before ?? surface)?.focus();
}

const surfaceOf = ({ currentTarget }: KeyboardEvent): HTMLElement | null =>
  currentTarget.closest<HTMLElement>('[data-drawing-surface]');

/** Does what a key on a handle asks for. A held key is one gesture. */
export function applyDeed(
  editor: TrajectoryEditor,
  index: number,
  { deed, event }: { deed: KeyDeed; event: KeyboardEvent },
): void {
  if (!deed) return;
  event.preventDefault();
  if (deed.kind === 'add') addAfter(editor, index);
  else if (deed.kind === 'remove') {
    leaveHandle(editor, index, surfaceOf(event));
    removePoint(editor, index);
  } else movePoint(editor, index, { ...deed.change, gesture: `key ${index} ${event.key}` });
}
