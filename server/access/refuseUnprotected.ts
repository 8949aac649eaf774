import type { Executor } from '@/db/open';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { isForThisMachine, isLoopback } from './addresses';
import { isOfCommonWords } from './passwords/requireGoodPassword';
import { areNamed } from './people';

/** Refuses to serve other machines where nobody would have to sign in, or by a token of common words. Throws AppError 'invalid'. */
export async function refuseUnprotected(
  settings: Pick<Settings, 'host' | 'publicOrigin' | 'accessToken'>,
  executor: Executor,
): Promise<void> {
  const { host, publicOrigin, accessToken } = settings;
  if (accessToken !== undefined && isOfCommonWords(accessToken))
    throw new AppError(
      'invalid',
      'invalid ACCESS_TOKEN: (hidden) (it is among the first that are guessed: take 32 letters of chance, such as `openssl rand -hex 16` makes)',
    );
  if (isForThisMachine(settings) || accessToken || (await areNamed(executor))) return;
  throw new AppError(
    'invalid',
    `invalid ${isLoopback(host) ? `PUBLIC_URL: ${publicOrigin}` : `HOST: ${host}`} (it can be reached from other machines: set ACCESS_TOKEN to a secret of at least 16 characters, name people with \`circumplex people add\`, or leave it out)`,
  );
}
