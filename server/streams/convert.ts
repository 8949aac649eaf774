import { analysisKind } from '../analysis/analysisKind';

/** The sound of a file as a WAV that browsers play, written to `target`. */
export const convert = analysisKind<{ path: string; target: string }, null>('convert');
