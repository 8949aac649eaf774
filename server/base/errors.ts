/**
 * The closed set of things that can go wrong, each with what a caller should do.
 * - invalid: the request cannot be right as it stands; mend it.
 * - not-found: nothing has that name or number.
 * - signed-out: sign in, or send the access token.
 * - forbidden: ask with the right token, from an allowed origin.
 * - too-many: slow down and try again later.
 * - too-slow: the body did not come in time; send it again.
 * - too-large: the upload is over its limit, or the disk has no room for it.
 * - conflict: somebody else holds what is needed (a data directory, a port).
 * - unsupported: a kind of file this installation cannot read.
 * - unreadable: the file or folder is damaged, or may not be read or written.
 * - unavailable: a part of the house is not ready or has stopped.
 */
export type ErrorCode =
  | 'invalid'
  | 'not-found'
  | 'signed-out'
  | 'forbidden'
  | 'too-many'
  | 'too-slow'
  | 'too-large'
  | 'conflict'
  | 'unsupported'
  | 'unreadable'
  | 'unavailable';

/** The one error of server and db. Messages are for people: "invalid NAME: VALUE" and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** True for an AppError, also one made by another bundle of the same program (two copies of one class). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error;
}

/** What to tell a person about any thrown thing. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
