import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { frontEndNames, type FrontEndName } from '@/ml/embedding/frontEnds/frontEnds';
import { AppError } from '../base/errors';
import type { ModelToLoad } from './inspect';

/** The front end of this name. Throws AppError 'unavailable' where it is not known here. */
export function knownFrontEnd(wanted: string): FrontEndName {
  const frontEnd = frontEndNames.find((name) => name === wanted);
  if (frontEnd) return frontEnd;
  throw new AppError(
    'unavailable',
    `the embedding model needs the front end ${wanted} of a newer Circumplex`,
  );
}

/** Throws AppError 'unavailable' where a graph's file is gone or altered. */
export async function requireIntact({ graph, sha256 }: Pick<ModelToLoad, 'graph' | 'sha256'>): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(graph), hash).catch((error: unknown) => {
    throw new AppError('unavailable', 'the file of the embedding model is not there: add it again', {
      cause: error,
    });
  });
  if (hash.digest('hex') !== sha256)
    throw new AppError(
      'unavailable',
      'the file of the embedding model was altered: remove it and add it again',
    );
}
