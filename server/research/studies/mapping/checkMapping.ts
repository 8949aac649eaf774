import { AppError } from '../../../base/errors';
import { mappingFaults } from './mappingFaults';
import type { MappingRow } from './mappingRow';

/**
 * Checks the rows of a mapping against the files that were brought, and against each other.
 * Throws AppError 'invalid' with the first that cannot be: a file that is not there, a participant or piece that is not
 * named, two rows for one series.
 */
export function checkMapping(rows: MappingRow[], names: ReadonlySet<string>): void {
  const [fault] = mappingFaults(rows, names);
  if (fault) throw new AppError('invalid', fault.message);
}
