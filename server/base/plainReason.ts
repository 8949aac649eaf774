import { messageOf } from './errors';
import { fullDiskReason } from './fullDisk';

const reasons: Record<string, string> = {
  EACCES: 'it may not be read (permission denied)',
  EPERM: 'it may not be read (permission denied)',
  ENOENT: 'it does not exist',
  ENOTDIR: 'it does not exist',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reported an error',
  EMFILE: 'too many files are open',
  ENOSPC: fullDiskReason,
  EDQUOT: fullDiskReason,
  EROFS: 'the disk is read-only',
  ESTALE: 'the network disk is gone',
  ERR_INVALID_ARG_VALUE: 'its name holds a character that no file name can hold',
};

/** Why a file or folder could not be read or written, in plain words. */
export function plainReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? messageOf(error);
}

/** True for a reason that lies with the file system, not with what a file holds: it may pass without the file changing. */
export function isReasonOfSystem(reason: string): boolean {
  return Object.values(reasons).includes(reason);
}
