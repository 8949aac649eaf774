import { AppError } from '../base/errors';

const byCode: Record<string, { status: number; words: string } | undefined> = {
  HPE_HEADER_OVERFLOW: { status: 431, words: 'invalid headers: too long (at most 16 kB)' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, words: 'invalid body: chunk extensions too long' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, words: 'invalid request: its headers did not come in time' },
};

/**
 * What to answer on a connection for which Node reports `error`, with which status; undefined where nobody is left to
 * hear it.
 */
export function malformed({
  code = '',
}: NodeJS.ErrnoException): { status: number; error: AppError } | undefined {
  if (code === 'ECONNRESET' || code === 'EPIPE') return undefined;
  const { status, words } = byCode[code] ?? { status: 400, words: 'invalid request: not HTTP/1.1' };
  return { status, error: new AppError('invalid', words) };
}
