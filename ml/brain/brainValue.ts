import type { Target } from '@/ml/encoding/preparedStudy';

/** What a map says of one region. */
export interface BrainValue {
  target: Target;
  /** Null where there is none: drawn as a dashed shape. */
  value: number | null;
  /** What is said of it in place of the number, where that only stands for something, such as a layer's place. */
  words?: string;
  /** True where the region survives the test that the map was made with: drawn with a dark edge. */
  significant?: boolean;
}
