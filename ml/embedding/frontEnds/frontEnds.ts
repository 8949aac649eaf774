import { musicnn } from './musicnn';
import { openl3 } from './openl3';
import type { FrontEnd } from './soundWindow';
import { vggish } from './vggish';

/** The names of the front ends, as the command line and the database have them. */
export const frontEndNames = ['musicnn', 'vggish', 'openl3-mel128', 'openl3-mel256'] as const;
export type FrontEndName = (typeof frontEndNames)[number];

/** How the sound is prepared for each family of embedding networks. */
export const frontEnds: Record<FrontEndName, FrontEnd> = {
  musicnn,
  vggish,
  'openl3-mel128': openl3(128),
  'openl3-mel256': openl3(256),
};
