import type { ReactNode } from 'react';
import panel from './panel.module.css';

interface PanelTableProps {
  /** What it is a table of, for those who scroll it by keys. */
  label: string;
  head: readonly string[];
  /** The rows, each begun by a head of its own. */
  children: ReactNode;
}

/** A table in a section of a study, scrolled sideways where it is wider than the screen. */
export function PanelTable({ label, head, children }: PanelTableProps) {
  return (
    <div className={panel.box} tabIndex={0} role="group" aria-label={label}>
      <table className={panel.table}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
