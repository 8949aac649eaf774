import type { Database } from '@/db/open';
import type { Caller } from '../../access/caller';

/** Where studies are kept, and who asks for them. */
export interface StudyPlace {
  database: Database;
  dataDirectory: string;
  caller: Caller;
}
