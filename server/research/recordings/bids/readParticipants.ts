import { fileFault } from '../files/fileFault';
import { readHead } from '../files/fileHead';
import { readWordTable } from '../text/wordTable';

/** A participant as participants.tsv tells of one. */
export interface Participant {
  /** Without "sub-". */
  label: string;
  /** Every further cell of the row by column, null where missing. */
  cells: Record<string, string | null>;
}

/**
 * The rows of a BIDS participants.tsv.
 *
 * @throws AppError 'invalid' without the column participant_id, and for one that is missing or comes twice
 */
export async function readParticipants(path: string): Promise<Participant[]> {
  const { header, rows, lines } = await readWordTable(await readHead(path), {
    delimiter: '\t',
    header: true,
  });
  const names = header ?? [];
  const column = names.indexOf('participant_id');
  if (column < 0) throw fileFault('invalid', path, 'its first line has no participant_id');
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const label = row[column]?.replace(/^sub-/, '');
    if (!label || seen.has(label)) {
      const reason = `line ${lines[index]}: participant ${label ?? '(none)'} is missing or comes twice`;
      throw fileFault('invalid', path, reason);
    }
    seen.add(label);
    const cells = names.flatMap((name, i) => (i === column ? [] : [[name, row[i]] as const]));
    return { label, cells: Object.fromEntries(cells) };
  });
}
