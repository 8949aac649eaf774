/** The page to go to after signing in: a path of this site, never another one (`//host`, `/\host`). */
export function safeReturnPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/';
  const url = new URL(next, 'http://site');
  return url.host === 'site' ? url.pathname + url.search : '/';
}
