import type { QueryState } from './queryUrl';
import type { AskedStretch } from './stretch';

/** What is asked of a recording and a model. */
export interface FoundWish extends AskedStretch {
  recordingId: number;
  modelId: number;
  dimension: QueryState['dimension'];
  listener: QueryState['listener'];
}
