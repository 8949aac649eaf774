import { messageOf } from '../base/errors';
import { expectedError } from '../base/fullDisk';
import { plainReason } from '../base/plainReason';
import type { AnalysisFailure } from './analysisKind';

/** What a thrown error says of the file, in plain words. */
export function failureOf(error: unknown): AnalysisFailure {
  const expected = expectedError(error);
  if (expected) return { kind: 'failed', code: expected.code, reason: expected.message };
  if (isAudioError(error)) {
    const code =
      error.reason === 'unsupported' || error.reason === 'not-audio' ? 'unsupported' : 'unreadable';
    return { kind: 'failed', code, reason: error.message };
  }
  if (error instanceof Error && 'syscall' in error) {
    const code = 'code' in error && error.code === 'ENOENT' ? 'not-found' : 'unreadable';
    return { kind: 'failed', code, reason: plainReason(error) };
  }
  return { kind: 'failed', code: 'unreadable', reason: `it could not be analysed (${messageOf(error)})` };
}

/** An AudioError, also where another bundle's copy of the class made it. */
function isAudioError(error: unknown): error is Error & { reason: string } {
  return error instanceof Error && error.name === 'AudioError' && 'reason' in error;
}
