/** Kinds of pictures that cannot carry scripts, by the ending under which they are kept. */
export const coverTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
} as const;

export type CoverEnding = keyof typeof coverTypes;

/** What a row says of a file whose tags hold no picture. */
export const noCover = '';
