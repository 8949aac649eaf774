import type { ReactNode } from 'react';
import panel from './panel.module.css';

interface PanelTableProps {
  head: readonly string[];
  /** The rows, each begun by a head of its own. */
  children: ReactNode;
}

/** A table in a section of a study, scrolled sideways where it is wider than the screen. */
export function PanelTable({ head, children }: PanelTableProps) {
  return (
    <div className={panel.box}>
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
