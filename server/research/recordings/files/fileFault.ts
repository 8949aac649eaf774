import { basename } from 'node:path';
import { AppError, type ErrorCode } from '../../../base/errors';

/** What can be wrong with a file that is read. */
export type FileFaultCode = Extract<ErrorCode, 'invalid' | 'unreadable' | 'unsupported' | 'too-large'>;

/** An AppError that names a file by its last part: "invalid FILE: ratings.csv (line 7: 3 cells instead of 2)". */
export function fileFault(code: FileFaultCode, path: string, reason: string): AppError {
  return new AppError(code, `invalid FILE: ${basename(path)} (${reason})`);
}
