import { ownerId } from '@/db/schema';

/** Who asks: whose corrections count in an answer, and whose name a correction is written under. */
export interface Caller {
  personId: number;
}

/** Whoever is let in, and whoever uses the command line, is taken for the owner, who may do everything. */
export const owner: Caller = { personId: ownerId };
