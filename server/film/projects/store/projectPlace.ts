import type { Database } from '@/db/open';
import type { Caller } from '../../../access/caller';

/** Where projects are kept, and who asks for them. */
export interface ProjectPlace {
  database: Database;
  caller: Caller;
}
