import { AppError } from '../../base/errors';

/**
 * Does what computes on numbers that somebody brought: a RangeError, by which it refuses them in words, becomes an
 * AppError 'invalid'.
 *
 * @param whose what the numbers belong to, for the message, such as a file's name
 */
export async function accepted<T>(whose: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid', `${whose}: ${error.message}`, { cause: error });
  }
}
