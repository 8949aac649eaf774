import type { Target } from '@/ml/encoding/preparedStudy';

/** What a map says of one region. */
export interface BrainValue {
  target: Target;
  /** Null where there is none: drawn as a dashed shape. */
  value: number | null;
  /** True where the region survives the test that the map was made with: drawn with a dark edge. */
  significant?: boolean;
}
