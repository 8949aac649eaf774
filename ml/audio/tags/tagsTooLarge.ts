/** Tags with more bytes than this, pictures included, are not read. */
export const mostTagBytes = 32 * 2 ** 20;

/** A tag with more frames than this was made to be slow to read. */
export const mostTagFrames = 10_000;

/** Thrown for tags that are larger than any that people write. */
export class TagsTooLarge extends Error {
  override readonly name = 'TagsTooLarge';

  constructor() {
    super(`the tags have more than ${mostTagBytes / 2 ** 20} MB or ${mostTagFrames} frames`);
  }
}
