import type { KeyboardEvent } from 'react';

/** How far an arrow key moves what is in a lane: one frame, with Shift one second; null for other keys. */
export function framesByKey(event: KeyboardEvent, framesOfSecond: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  return direction === 0 ? null : direction * (event.shiftKey ? framesOfSecond : 1);
}

export const removes = (event: KeyboardEvent): boolean => event.key === 'Delete' || event.key === 'Backspace';
