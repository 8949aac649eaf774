import { AppError } from '../base/errors';

/** What a search ends in that nobody waits for any more. */
export function givenUp(): AppError {
  return new AppError('unavailable', 'the search was given up by its asker');
}
