import { AppError } from '../../../base/errors';
import type { MappingRow } from './mappingRow';

/** Uses that need somebody, and a piece. */
const needsParticipant: MappingRow['use'][] = ['recording', 'rating', 'confounds'];
const needsStimulus: MappingRow['use'][] = [...needsParticipant, 'feature', 'sound'];

/**
 * Checks the rows of a mapping against the files that were brought, and against each other.
 * Throws AppError 'invalid' with the first that cannot be: a file that is not there, a participant or piece that is not
 * named, two rows for one series.
 */
export function checkMapping(rows: MappingRow[], names: ReadonlySet<string>): void {
  const seen = new Map<string, string>();
  for (const row of rows.filter(({ use }) => use !== 'ignore')) {
    for (const file of [row.file, row.labels, row.labelNames])
      if (file !== null && !names.has(file))
        throw new AppError('invalid', `invalid file: ${file} (bring it first)`);
    if (row.participant === null && needsParticipant.includes(row.use))
      throw new AppError('invalid', `invalid participant of ${row.file}: (none) (whose ${row.use} it is)`);
    if (row.stimulus === null && needsStimulus.includes(row.use))
      throw new AppError('invalid', `invalid stimulus of ${row.file}: (none) (the piece that was heard)`);
    const series = seriesWords(row);
    const before = seen.get(series);
    if (before !== undefined)
      throw new AppError(
        'invalid',
        `invalid mapping: ${row.file} (${before} is the ${series} too: ignore one)`,
      );
    seen.set(series, row.file);
  }
}

function seriesWords({ use, participant, stimulus, name, columns, file }: MappingRow): string {
  if (use === 'sound') return `sound of ${stimulus}`;
  if (!needsStimulus.includes(use)) return `table of ${use}`;
  // Without a name the columns of each file give theirs, which are compared when they are known.
  const what =
    use === 'rating' || use === 'feature' ? ` ${name ?? `${columns?.join(',') ?? ''} in ${file}`}` : '';
  return `${use}${what} of ${participant ?? 'everybody'}, ${stimulus}`;
}
