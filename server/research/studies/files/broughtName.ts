import { AppError } from '../../../base/errors';

/** Longest name of one folder or file, in bytes: what file systems take. */
const longestSegment = 200;
const mostSegments = 12;

/**
 * The name of a brought file, with the folders it lay in, as it may also be a path below a folder of ours: readers
 * look for sidecars beside a file under its own name. Throws AppError 'invalid' for a name that leads elsewhere.
 */
export function broughtName(name: string): string {
  const segments = name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .filter((each) => each !== '');
  const fits = segments.length > 0 && segments.length <= mostSegments && segments.every(isPlain);
  if (!fits)
    throw new AppError(
      'invalid',
      `invalid name: ${name.slice(0, 80)} (a file name, with folders divided by /, without . and ..)`,
    );
  return segments.join('/');
}

function isPlain(segment: string): boolean {
  return (
    segment !== '.' &&
    segment !== '..' &&
    Buffer.byteLength(segment) <= longestSegment &&
    !/[\p{Control}\p{Surrogate}]/u.test(segment)
  );
}
