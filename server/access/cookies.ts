import type { IncomingMessage } from 'node:http';
import { isSecure } from './isSecure';

const name = 'circumplex_session';

/**
 * The Set-Cookie value that gives a browser its session, or, without a secret, takes it away. Over https, which a proxy
 * in front tells of, the cookie is bound to this very host, so that no other one can set it.
 */
export function sessionCookie(request: IncomingMessage, secret: string | undefined, seconds: number): string {
  const rules = 'Path=/; HttpOnly; SameSite=Lax';
  const maxAge = secret === undefined ? 0 : seconds;
  return `${nameFor(request)}=${secret ?? ''}; ${rules}; Max-Age=${maxAge}${isSecure(request) ? '; Secure' : ''}`;
}

/** The secret of the session that a request comes with. */
export function sessionSecret(request: IncomingMessage): string | undefined {
  const value = cookieValue(request.headers.cookie, nameFor(request));
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

const nameFor = (request: IncomingMessage) => (isSecure(request) ? `__Host-${name}` : name);

/** The value of one cookie of a Cookie header. */
export function cookieValue(header: string | undefined, wanted: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
  }
  return undefined;
}
