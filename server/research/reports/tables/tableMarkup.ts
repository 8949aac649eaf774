import { markup, type Markup } from '../markup/markup';
import { counted } from '../numbers';
import type { Cell, ReportTable } from './reportTable';

/** Longer tables are folded away; printed, they are whole. */
const mostOpenRows = 30;

const shown = (cell: Cell): string => (cell === null ? '' : typeof cell === 'string' ? cell : cell.shown);
const classOf = (numericColumn: boolean): Markup | null => (numericColumn ? markup` class="number"` : null);

function rowMarkup({ cells, found }: ReportTable['rows'][number], columns: ReportTable['columns']): Markup {
  const [head, ...rest] = cells;
  const others = rest.map(
    (cell, place) => markup`<td${classOf(columns[place + 1].numeric)}>${shown(cell)}</td>`,
  );
  return markup`<tr${found ? markup` class="found"` : null}><th scope="row">${shown(head)}</th>${others}</tr>\n`;
}

/**
 * A table of a page, readable by ear: a caption, a header for every column and row. A long one, or one that is not to
 * be open, is folded away.
 */
export function tableMarkup({ caption, columns, rows }: ReportTable, { open = true } = {}): Markup {
  const heads = columns.map(({ label, numeric }) => markup`<th scope="col"${classOf(numeric)}>${label}</th>`);
  const table = markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => rowMarkup(row, columns))}</tbody>
</table></div>`;
  if (open && rows.length <= mostOpenRows) return table;
  return markup`<details><summary>${caption} (${counted(rows.length, 'row')})</summary>${table}</details>`;
}
