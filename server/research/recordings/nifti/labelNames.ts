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
  const table = await readWordTable(await readHead(path));
  const [labelColumn, nameColumn] = columnsOf(path, table);
  const names = new Map<number, string>();
  table.rows.forEach((row, index) => {
    const text = labelColumn === null ? String(index + 1) : (row[labelColumn] ?? '');
    const label = Number(text);
    const at = `line ${table.lines[index]}`;
    if (text === '' || !Number.isInteger(label)) {
      throw fileFault('invalid', path, `${at}: the label "${text.slice(0, 40)}" is not a whole number`);
    }
    if (names.has(label)) throw fileFault('invalid', path, `${at}: label ${label} comes twice`);
    names.set(label, row[nameColumn] ?? `label ${label}`);
  });
  return names;
}

function columnsOf(path: string, { header, rows }: WordTable): [label: number | null, name: number] {
  const width = header?.length ?? rows[0]?.length ?? 0;
  if (width === 1) return [null, 0];
  if (!header || namesItself(header)) return [0, 1];
  const label = header.findIndex((heading) => labelHeadings.test(heading));
  const name = header.findIndex((heading, index) => index !== label && nameHeadings.test(heading));
  if (label >= 0 && name >= 0) return [label, name];
  throw fileFault(
    'invalid',
    path,
    `its columns are ${header.join(', ').slice(0, 100)}: index and name are needed`,
  );
}

/** A first line of a number and words is a label with its name: no heading at all. */
function namesItself([first]: string[]): boolean {
  return /^\d+$/.test(first);
}
