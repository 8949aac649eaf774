import { analysisKind } from '../analysis/analysisKind';
import type { ImportedFile } from '../base/importedFile';

/** The sound of a file as a WAV that browsers play, written to `target`. */
export const convert = analysisKind<{ file: ImportedFile; target: string }, null>('convert');

/** The header of a WAV holds no more, bytes: six hours in CD quality, twelve of one channel. */
export const mostWavBytes = 4e9;
