/** A share of a whole as a CSS length. */
export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
