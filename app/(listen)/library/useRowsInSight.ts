import { useEffect, useEffectEvent, useState } from 'react';
import { rowsAround, type RowRange } from './rowWindow';

/** Before anything is measured. */
const atStart: RowRange = { first: 0, last: 24 };

/** The rows around those in sight of a table that scrolls with the page, all of one height. */
export function useRowsInSight(body: HTMLElement | null): RowRange {
  const [range, setRange] = useState(atStart);
  const look = useEffectEvent(() => {
    const rowHeight = body?.querySelector<HTMLElement>('[data-row]')?.offsetHeight;
    if (!body || !rowHeight) return;
    const above = -body.getBoundingClientRect().top / rowHeight;
    const next = rowsAround({ above, fitting: window.innerHeight / rowHeight });
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
  });
  useEffect(() => {
    if (!body) return;
    const onChange = () => look();
    onChange();
    // What stands over the table may grow and shrink.
    const observer = new ResizeObserver(onChange);
    observer.observe(document.body);
    window.addEventListener('scroll', onChange, { passive: true });
    window.addEventListener('resize', onChange);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', onChange);
      window.removeEventListener('resize', onChange);
    };
  }, [body]);
  return range;
}
