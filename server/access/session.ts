import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const sessionCookie = 'circumplex_session';
export const sessionSeconds = 30 * 24 * 3600;

/** The value of a session cookie: its expiry, signed with the access token, so that a new token ends every session. */
export function issueSession(accessToken: string, now = Date.now()): string {
  const expiry = Math.floor(now / 1000) + sessionSeconds;
  return `${expiry}.${signature(accessToken, String(expiry))}`;
}

/** True when `value` was issued with this access token and has not run out. */
export function isSession(accessToken: string, value: string | undefined, now = Date.now()): boolean {
  const [expiry, signed] = (value ?? '').split('.');
  if (!/^\d{1,12}$/.test(expiry) || !signed) return false;
  return sameText(signed, signature(accessToken, expiry)) && Number(expiry) * 1000 > now;
}

/** Compares two texts in a time that tells nothing of where they differ. */
export function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function signature(accessToken: string, text: string): string {
  return createHmac('sha256', accessToken).update(`circumplex session ${text}`).digest('base64url');
}

/** The value of one cookie of a Cookie header. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
