import { fileFault } from '../files/fileFault';
import { readHead } from '../files/fileHead';
import { readWordTable, type WordTable } from '../text/wordTable';

const labelHeadings = /^(index|label|value|id|no\.?|label_id|roi[ _]?label|roi[ _]?id|parcel)$/i;
const nameHeadings = /^(name|region|roi|label_name|roi[ _]?name|region[ _]?name|labelname)$/i;

/**
 * Names of labels out of a table: columns `index` and `name` as BIDS has them (also label, value, id; region, ROI
 * Name); without a header, the first column is the label and the second the name, as in the tables of Schaefer and
 * FreeSurfer; a single column names labels 1, 2, 3.
 *
 * @throws AppError 'invalid' naming the line of a label that is no whole number or comes twice
 */
export async function readLabelNames(path: string): Promise<Map<number, string>> {
  const table = await readWordTable(await readHead(path), { header: false });
  const { label, name, headings } = columnsOf(path, table);
  const names = new Map<number, string>();
  table.rows.slice(headings).forEach((row, index) => {
    const text = label === null ? String(index + 1) : (row[label] ?? '');
    const at = `line ${table.lines[index + headings]}`;
    if (!/^\d{1,9}$/.test(text)) {
      throw fileFault('invalid', path, `${at}: the label "${text.slice(0, 40)}" is not a whole number`);
    }
    if (names.has(Number(text))) throw fileFault('invalid', path, `${at}: label ${text} comes twice`);
    names.set(Number(text), row[name] ?? `label ${text}`);
  });
  return names;
}

interface LabelColumns {
  /** Null where labels are counted. */
  label: number | null;
  name: number;
  /** How many lines are headings. */
  headings: 0 | 1;
}

function columnsOf(path: string, { rows }: WordTable): LabelColumns {
  const first = rows[0].map((cell) => cell ?? '');
  if (first.length === 1) return { label: null, name: 0, headings: nameHeadings.test(first[0]) ? 1 : 0 };
  if (/^\d+$/.test(first[0])) return { label: 0, name: 1, headings: 0 };
  const label = first.findIndex((heading) => labelHeadings.test(heading));
  const name = first.findIndex((heading, index) => index !== label && nameHeadings.test(heading));
  if (label >= 0 && name >= 0) return { label, name, headings: 1 };
  throw fileFault(
    'invalid',
    path,
    `its columns are ${first.join(', ').slice(0, 100)}: index and name are needed`,
  );
}
