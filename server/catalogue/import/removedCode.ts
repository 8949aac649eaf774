/**
 * The failure code of a cancelled job that stands for a track a person removed: it keeps a look through the
 * watched folders from bringing the file back.
 */
export const removedCode = 'removed';
