import type { KeyboardEvent } from 'react';

const moves: Partial<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Moves the focus from row to row of a list (up, down, Home, End), keeping to the same kind of control.
 * Controls that take part are marked `data-row-control`.
 */
export function moveRowFocus(event: KeyboardEvent<HTMLElement>): void {
  const move = moves[event.key];
  const control =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-control]') : null;
  if (!move || !control) return;
  const kind = control.dataset.rowControl;
  const peers = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-row-control="${kind}"]`)];
  peers[move(peers.indexOf(control), peers.length - 1)]?.focus();
  event.preventDefault();
}
