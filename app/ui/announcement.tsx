'use client';

import { useDebounced } from './useDebounced';

/** Says a change to those who hear the page, once it has settled, so that dragging does not chatter. */
export function Announcement({ children }: { children: string }) {
  const settled = useDebounced(children, 700);
  return (
    <p className="heard" role="status">
      {settled}
    </p>
  );
}
