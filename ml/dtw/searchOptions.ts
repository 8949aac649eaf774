import { type Comparison } from './sequence';

/** How to search: what to compare, how wide the band is (a part of the query), how many results. */
export interface SearchOptions {
  comparison: Comparison;
  band: number;
  limit: number;
}
