import type { KeyboardEvent } from 'react';
import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';

/** What the keys of a handle do to its key point. */
export type KeyDeed =
  { kind: 'move'; change: Partial<KeyPoint> } | { kind: 'remove' } | { kind: 'add' } | null;

const removes = new Set(['Delete', 'Backspace']);
const steps: Partial<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const pace = (event: KeyboardEvent) => (event.shiftKey ? 5 : 1);
const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey;
const adds = (event: KeyboardEvent) => event.key === 'Enter' && isPlain(event);

/**
 * In a lane: up and down change the value by 0.02, left and right the time by 1 % or by `timeStep`; Shift goes five
 * times as far. Enter adds a key point after it.
 */
export function laneDeed(
  event: KeyboardEvent,
  point: KeyPoint,
  { dimension, timeStep = 0.01 }: { dimension: Dimension; timeStep?: number },
): KeyDeed {
  if (removes.has(event.key)) return { kind: 'remove' };
  if (adds(event)) return { kind: 'add' };
  const step = steps[event.key];
  if (!step || !isPlain(event)) return null;
  const [across, up] = step;
  const change = across
    ? { t: point.t + timeStep * across * pace(event) }
    : { [dimension]: point[dimension] + 0.02 * up * pace(event) };
  return { kind: 'move', change };
}

/** On the plane: arrows move the emotion by 0.02; the time stays. Enter adds a key point after it. */
export function pathDeed(event: KeyboardEvent, point: KeyPoint): KeyDeed {
  if (removes.has(event.key)) return { kind: 'remove' };
  if (adds(event)) return { kind: 'add' };
  const step = steps[event.key];
  if (!step || !isPlain(event)) return null;
  const reach = 0.02 * pace(event);
  return {
    kind: 'move',
    change: { valence: point.valence + reach * step[0], arousal: point.arousal + reach * step[1] },
  };
}
