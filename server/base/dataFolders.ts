import { join } from 'node:path';

/**
 * Folders of the data directory that hold files found nowhere else: uploads, demo music, added embedding models, studies,
 * EEG, surfaces of the brain.
 */
export const ownFolders = ['uploads', 'demo', 'models', 'studies', 'eeg', 'surfaces'] as const;

/** Where the files of one kind lie. */
export function ownFolder(dataDirectory: string, name: (typeof ownFolders)[number]): string {
  return join(dataDirectory, name);
}

/** Where the pictures out of files' tags are kept, which can be read from the files again. */
export function coverFolder(dataDirectory: string): string {
  return join(dataDirectory, 'cache', 'covers');
}

/** Where files lie while they arrive; what is left in it at a start was broken off. */
export function incomingFolder(dataDirectory: string): string {
  return join(ownFolder(dataDirectory, 'uploads'), 'incoming');
}
