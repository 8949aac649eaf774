import { log } from '../base/log';

/**
 * The log of who came in and who was refused: never a secret, nor a name that was only tried, which may be a password in
 * the wrong field. Told unless LOG_LEVEL says less.
 */
export const accessLog = log.child({ about: 'access' }, { level: process.env.LOG_LEVEL ?? 'info' });
