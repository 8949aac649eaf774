import { AppError } from '../base/errors';

/** Calls that one request may hold, and of these those that compute for long. */
export const mostCalls = 20;
const mostLongCalls = 4;

/** Procedures whose answer may take the search thread, or a processor, for seconds. */
const longCalls = new Set([
  'retrieval.alongTrajectory',
  'retrieval.alongCue',
  'film.match',
  'film.fitLength',
  'film.trackEvents',
  'eeg.query',
  'eeg.nearestRecordings',
  'research.featureMaps',
]);

/** Where tRPC answers. */
export const endpoint = '/api/trpc';

/** Refuses a request of too many calls, before any of them is begun. Throws AppError 'invalid'. */
export function checkBatch(url: string): void {
  // As tRPC reads it: all that stands behind its endpoint, without slashes around it.
  const behind = new URL(url).pathname.slice(endpoint.length);
  const calls = decoded(behind.replace(/^\/+|\/+$/g, '')).split(',');
  if (calls.length > mostCalls)
    throw new AppError(
      'invalid',
      `invalid batch: ${calls.length} calls (ask for up to ${mostCalls} at once)`,
    );
  const long = calls.filter((call) => longCalls.has(call)).length;
  if (long > mostLongCalls)
    throw new AppError(
      'invalid',
      `invalid batch: ${long} calls that compute for long (ask for up to ${mostLongCalls} of these at once)`,
    );
}

/** What cannot be decoded is no procedure's name either. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
