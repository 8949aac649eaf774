import type { IncomingMessage } from 'node:http';

/**
 * True where a proxy in front says that it was asked by https. Whoever makes this up has a cookie of its own that is of no
 * use, and nobody else's changed.
 */
export const isSecure = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['x-forwarded-proto'] === 'https';
