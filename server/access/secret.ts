import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 32 random bytes, as text that fits into a cookie, a header and an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of such a secret: SHA-256 in hexadecimal digits. So much chance needs no slower hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What only who has `key` can make of `text`, in hexadecimal digits. */
export function markBy(key: string, text: string): string {
  return createHmac('sha256', key).update(`circumplex session ${text}`).digest('hex');
}

/** True for what has no mark, or the one that `key` makes of its hash. */
export function isMarkedBy(
  key: string | undefined,
  { mark, hash }: { mark: string | null; hash: string },
): boolean {
  return mark === null || (key !== undefined && sameText(mark, markBy(key, hash)));
}

/** Compares two texts in a time that tells nothing of where they differ. */
export function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
