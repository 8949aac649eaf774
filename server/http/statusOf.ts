import type { ErrorCode } from '../base/errors';

/** The HTTP status of each error code, the same at every door: pages, routes, streams and tRPC. */
export const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  'too-slow': 408,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  unreadable: 422,
  'too-many': 429,
  unavailable: 503,
};
