import { analysisKind } from '../../analysis/analysisKind';

/** A demo piece, or a movement of a study's piece, composed and written to `path`. */
export const render = analysisKind<{ slug: string; path: string }, null>('render');
