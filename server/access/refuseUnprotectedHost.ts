import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { isLoopback } from './addresses';

/** Refuses to serve other machines without an access token. Throws AppError 'invalid'. */
export function refuseUnprotectedHost({ host, accessToken }: Settings): void {
  if (isLoopback(host) || accessToken) return;
  throw new AppError(
    'invalid',
    `invalid HOST: ${host} (it can be reached from other machines: set ACCESS_TOKEN to a secret of at least 16 characters, or leave HOST out)`,
  );
}
