import { isAppError } from '../../../base/errors';

/** What is read, or null where a file is refused: why goes to `told`, in the words that `words` makes of it. */
export async function orTold<Read>(
  reading: Promise<Read>,
  told: string[],
  words: (reason: string) => string = (reason) => reason,
): Promise<Read | null> {
  try {
    return await reading;
  } catch (error) {
    if (!isAppError(error)) throw error;
    told.push(words(error.message));
    return null;
  }
}
