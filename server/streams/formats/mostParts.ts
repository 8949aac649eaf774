/** Frames or pages of a file that are counted: those of a day and more. One with more is converted, or refused, as it is too long. */
export const mostParts = 1 << 22;
