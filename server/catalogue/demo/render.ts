import { analysisKind } from '../../analysis/analysisKind';

/** A demo piece, composed and written to `path`. */
export const render = analysisKind<{ slug: string; path: string }, null>('render');
