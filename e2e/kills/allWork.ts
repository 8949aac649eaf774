import { backingUp } from './backingUp';
import { correcting } from './correcting';
import { firstStart } from './firstStart';
import { importing } from './importing';
import type { KilledWork } from './killedWork';
import { restoring } from './restoring';
import { searching } from './searching';
import { uploading } from './uploading';

/** Every kind of work that is killed, ready to begin. */
export const allWork = (postgresUrl?: string): KilledWork[] => [
  importing(),
  correcting(),
  searching(),
  uploading(),
  backingUp(postgresUrl),
  restoring(postgresUrl),
  firstStart(),
];
