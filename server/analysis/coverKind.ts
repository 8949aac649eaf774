import type { ImportedFile } from '../base/importedFile';
import { analysisKind } from './analysisKind';

/** The picture in a file's tags, kept in `folder`. Answers the name of its file there, empty for none. */
export const coverOfFile = analysisKind<{ file: ImportedFile; folder: string }, string>('cover');
