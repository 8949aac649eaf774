import { analysisKind } from '../../../analysis/analysisKind';
import type { UnpackedFile } from './unpackZip';

/** A ZIP, unpacked below a folder. */
export const unpack = analysisKind<{ path: string; folder: string }, UnpackedFile[]>('unpack-study');
