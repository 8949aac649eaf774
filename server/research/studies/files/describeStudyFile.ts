import { analysisKind } from '../../../analysis/analysisKind';
import type { FileDescription } from '../../recordings/describe/fileDescription';

/** What a brought file is, read through in the watched process. */
export const describeStudyFile = analysisKind<{ path: string }, FileDescription>('describe-study-file');
