import { AppError, type ErrorCode } from '../base/errors';

const byCode: Record<string, { code: ErrorCode; words: string; status?: number } | undefined> = {
  HPE_HEADER_OVERFLOW: { code: 'invalid', words: 'invalid headers: too long (at most 16 kB)', status: 431 },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: 'too-large', words: 'invalid body: chunk extensions too long' },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'too-slow', words: 'invalid request: its headers did not come in time' },
};
const notHttp = { code: 'invalid', words: 'invalid request: not HTTP/1.1', status: undefined } as const;

/**
 * What to answer on a connection for which Node reports `error`, with which status where it is not that of the error's
 * code; undefined where nobody is left to hear it.
 */
export function malformed({
  code = '',
}: NodeJS.ErrnoException): { error: AppError; status?: number } | undefined {
  if (code === 'ECONNRESET' || code === 'EPIPE') return undefined;
  const { code: ours, words, status } = byCode[code] ?? notHttp;
  return { status, error: new AppError(ours, words) };
}
