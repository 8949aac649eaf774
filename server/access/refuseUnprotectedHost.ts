import type { Executor } from '@/db/open';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { isLoopback } from './addresses';
import { areNamed } from './people';

/** Refuses to serve other machines where nobody would have to sign in. Throws AppError 'invalid'. */
export async function refuseUnprotectedHost(
  { host, accessToken }: Pick<Settings, 'host' | 'accessToken'>,
  executor: Executor,
): Promise<void> {
  if (isLoopback(host) || accessToken || (await areNamed(executor))) return;
  throw new AppError(
    'invalid',
    `invalid HOST: ${host} (it can be reached from other machines: set ACCESS_TOKEN to a secret of at least 16 characters, name people with \`circumplex people add\`, or leave HOST out)`,
  );
}
