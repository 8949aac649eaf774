import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { headRow, partByKey, rowByKey } from './tableKeys';

interface TableWalk {
  table: RefObject<HTMLElement | null>;
  total: number;
  /** Told of other keys, and of steps with Shift: the row where one is then. */
  onKey: (event: KeyboardEvent, row: number) => void;
}

interface Place {
  row: number;
  /** A control in it; −1 is the row itself. */
  part: number;
}

/**
 * A table as one stop of the tab key, walked by the keys of a grid: rows by up, down, page keys, Home and End, the
 * controls of a row by left and right. The row where one is stays there, however far the page is scrolled.
 */
export function useTableWalk({ table, total, onKey }: TableWalk) {
  const [at, setAt] = useState(0);
  const wanted = useRef<Place | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  /** However many keys come in one frame, as while one is held, the table is drawn once. */
  const walkTo = (place: Place) => {
    wanted.current = place;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(arrive);
  };
  const arrive = () => {
    const place = wanted.current;
    cancelAnimationFrame(frame.current);
    wanted.current = null;
    if (!place) return;
    flushSync(() => setAt(place.row));
    if (table.current) focusOn(table.current, place);
  };
  return {
    row: Math.min(at, Math.max(0, total - 1)),
    onFocus(event: FocusEvent<HTMLElement>) {
      const focused = rowOf(event.target);
      if (focused) setAt(Number(focused.dataset.row));
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const element = rowOf(event.target);
      if (!element) return;
      const from = wanted.current?.row ?? Number(element.dataset.row);
      const parts = partsOf(element);
      const here = wanted.current?.part ?? parts.findIndex((part) => part === event.target);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const to = isPlain ? rowByKey(event.key, from, { total, page: rowsInSight(element) }) : null;
      const part = isPlain ? partByKey(event.key, here, parts.length) : null;
      if (to !== null) walkTo({ row: to, part: to === headRow ? 0 : from === headRow ? -1 : here });
      if (part !== null) walkTo({ row: from, part });
      if (to !== null || part !== null) event.preventDefault();
      else arrive();
      if (to === null || event.shiftKey) onKey(event, to ?? from);
    },
  };
}

/** The row that something lies in. */
export const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

function focusOn(table: HTMLElement, { row, part }: Place): void {
  const element = table.querySelector<HTMLElement>(`[data-row="${row}"]`);
  if (!element) return;
  (partsOf(element)[part] ?? element).focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}

/** The controls that are seen. */
const partsOf = (row: HTMLElement) =>
  [...row.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => part.offsetParent !== null);

/** Whole rows in the window, less one to keep one's place by. */
const rowsInSight = (row: HTMLElement) => Math.max(1, Math.floor(window.innerHeight / row.offsetHeight) - 4);
