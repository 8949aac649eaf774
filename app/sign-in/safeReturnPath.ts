const site = 'http://site';

/**
 * The page to go to after signing in: a path of this site, never another one. What is judged is the address as a
 * browser reads it: `/..//host` has no host of its own, but its path, once parsed, is `//host`.
 */
export function safeReturnPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, site)) return '/';
  const { origin, pathname, search } = new URL(next, site);
  const path = pathname + search;
  return origin === site && URL.canParse(path, site) && new URL(path, site).origin === site ? path : '/';
}
