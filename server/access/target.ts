import { AppError } from '../base/errors';

/** The longest target that is read, in characters: beyond what any page or tool asks, and below Node's own limit. */
export const longestTarget = 8000;

/** Escapes of what a path is built of: decoded later, they would make another path than the one that was judged. */
const builders = /%(?:2f|5c|00)/i;

/**
 * The path and query of a request's target, as parsed: dot segments are gone, and every later reader sees the path
 * that the gate has judged. Throws AppError 'invalid' for whatever is not a plain path of this site.
 */
export function readTarget(target: string | undefined): string {
  if (target === undefined || target.length > longestTarget) throw malformed(target, 'too long');
  if (!target.startsWith('/')) throw malformed(target, 'it must begin with /');
  if (/[^\x21-\x7e]|\\/.test(target)) throw malformed(target, 'escape what is not a plain character');
  // A base is put before it as text: resolved against one, `//host/path` would become a path of another host.
  const { pathname, search } = new URL(`http://host${target}`);
  if (pathname.includes('//') || builders.test(pathname)) throw malformed(target, 'name a plain path');
  if (!isDecodable(pathname)) throw malformed(target, 'its escapes are not UTF-8');
  return pathname + search;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function malformed(target: string | undefined, advice: string): AppError {
  return new AppError('invalid', `invalid address: ${target?.slice(0, 100) ?? '(none)'} (${advice})`);
}
