import type { FrameRate } from '@/ml/timeCode/frameRate';
import { frameOf, type FrameCount, type TimeCodeParts } from '@/ml/timeCode/timeCode';
import type { AppError } from '../../../base/errors';
import type { Timeline } from '../timeline';
import { fileFault, type FileFaultCode } from '../../../research/recordings/files/fileFault';

/** What is known of the film beforehand; it is believed where a file does not tell. */
export interface FilmCount {
  rate?: FrameRate;
  dropFrame?: boolean;
}

/** A file's text on its way through a reader. */
export class TimelineFile {
  constructor(
    readonly name: string,
    readonly text: string,
    readonly film: FilmCount,
  ) {}

  /** An AppError that names the file and, where it is known, the line. */
  fault(code: FileFaultCode, reason: string, line?: number): AppError {
    return fileFault(code, this.name, line === undefined ? reason : `line ${line}: ${reason}`);
  }

  /**
   * The frame of a time code that stands in a line.
   * @throws AppError 'unreadable' for a label that its count does not have
   */
  frameOf(label: TimeCodeParts, count: FrameCount, line: number): number {
    return this.orFault(line, () => frameOf(label, count));
  }

  /** Computes what a line means; a RangeError, which is the file's fault here, becomes an AppError 'unreadable'. */
  orFault<T>(line: number, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof RangeError) throw this.fault('unreadable', error.message, line);
      throw error;
    }
  }
}

/** A reader of one format. */
export type TimelineReader = (file: TimelineFile) => Timeline;
