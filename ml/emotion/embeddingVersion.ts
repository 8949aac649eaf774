/**
 * Which model's network made the embedding that came with a profile: `emotion-3` of `emotion-3.2`, the second way of drawing
 * that model's curve, which leaves the embedding as it is.
 */
export const embeddingVersion = (modelVersion: string): string => modelVersion.replace(/\.\d+$/, '');
