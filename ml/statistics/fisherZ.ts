/** A correlation of exactly 1 would be infinitely far. */
const most = 1 - 1e-15;

/** Fisher's z of a correlation (1915): atanh r, about which r of many samples is bell-shaped. */
export const fisherZ = (r: number): number => Math.atanh(Math.min(most, Math.max(-most, r)));
