/** The codes of the house's one error (server/base/errors.ts) that a database can give rise to. */
type DatabaseErrorCode = 'invalid' | 'conflict' | 'unreadable' | 'unavailable';

/**
 * The AppError of the database layer: same name and shape, so that server/base/errors.ts' isAppError knows it.
 * Messages are for people and say what to do.
 */
export class DatabaseError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `code` (errno name or SQLSTATE) of an error, looked for in its causes too; undefined where none has one. */
export function codeOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return undefined;
}
