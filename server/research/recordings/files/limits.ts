/** Most numbers that one series may hold: 268 MB in double precision. */
export const mostValues = 2 ** 25;

/** Most columns of a table, regions of a label image, channels of a recording. */
export const mostColumns = 20_000;

/** Most characters in one line of a text file. */
export const longestLine = 2 ** 22;

/** Most bytes of text that are read of one file, unpacked. */
export const mostTextBytes = 2 ** 29;

/** Most bytes of a file that is read whole before it is understood: JSON, the XML of a header. */
export const mostDocumentBytes = 2 ** 26;

/** Deflate never packs better than this (RFC 1951: 258 bytes in 2 bits), which bounds what a packed file can hold. */
export const bestPacking = 1032;
