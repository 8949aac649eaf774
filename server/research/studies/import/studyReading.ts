import { identify } from '../../../analysis/identify';
import type { AnalysisKind } from '../../../analysis/analysisKind';
import { isAppError } from '../../../base/errors';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { JobTools } from '../../../jobs/jobKind';
import type { MappingRow } from '../mapping/mappingRow';
import { readAnalysisFile } from './readAnalysisFile';
import { readSeriesFile, readTableFile } from './readSeriesFile';
import type { BroughtAnalysis } from './saveAnalyses';
import { participantsOf, stimuliOf, targetsOf, type TableRow } from './studyTables';
import type { NewSeries, NewStimulus } from './studyWriter';

/** A sound that was recognised. */
interface ReadSound extends NewStimulus {
  file: string;
}

/** Which file is asked about, and what becomes of the answer. */
interface Asking<Answer> {
  file: string;
  /** What it was to be, as its refusal says; left out for what is nobody's. */
  whose?: string;
  take: (answer: Answer) => void;
  onProgress?: (fraction: number) => void;
}

/** Reads brought files one after the other, each in the watched process, and gathers what is to be saved. */
export class StudyReading {
  readonly participants: string[] = [];
  readonly stimuli: NewStimulus[] = [];
  readonly sounds: ReadSound[] = [];
  readonly series: NewSeries[] = [];
  readonly done = new Set<string>();
  /** Why files were refused, by name. */
  readonly refused = new Map<string, string>();
  /** What events say of how long pieces last, in seconds by piece. */
  readonly lengths = new Map<string, number>();
  readonly analyses: BroughtAnalysis[] = [];
  targets: Target[] = [];

  constructor(
    private readonly parts: {
      tools: Pick<JobTools, 'client' | 'signal'>;
      /** Where brought files lie, by name. */
      paths: ReadonlyMap<string, string>;
      /** Where series go, and copies of brought analyses. */
      folder: string;
      analysesFolder: string;
    },
  ) {}

  /** Reads what one row of a mapping means; a file that is refused is noted. False once the work is stopped. */
  async take(row: MappingRow, onProgress: (fraction: number) => void): Promise<boolean> {
    switch (row.use) {
      case 'ignore':
        return true;
      case 'sound':
        return this.takeSound(row);
      case 'participants':
        return this.takeTable(row, (rows) => void this.participants.push(...participantsOf(rows)));
      case 'stimuli':
        return this.takeTable(row, (rows) => void this.stimuli.push(...stimuliOf(rows)));
      case 'targets':
        return this.takeTable(row, (rows) => {
          this.targets = targetsOf(rows);
        });
      case 'analysis':
        return this.takeAnalysis(row);
      case 'recording':
      case 'rating':
      case 'feature':
      case 'confounds':
        return this.takeSeries(row, row.use, onProgress);
    }
  }

  private async takeSeries(
    row: MappingRow,
    kind: NewSeries['kind'],
    onProgress: (fraction: number) => void,
  ): Promise<boolean> {
    const { paths, folder } = this.parts;
    const input = {
      ...{ path: paths.get(row.file) ?? '', row, folder },
      labelPath: row.labels === null ? null : (paths.get(row.labels) ?? ''),
      labelNames: row.labelNames === null ? null : (paths.get(row.labelNames) ?? ''),
    };
    return this.ask(readSeriesFile, input, {
      file: row.file,
      whose: `${row.use} of ${row.participant ?? 'everybody'}, ${row.stimulus}`,
      onProgress,
      take: (read) => {
        const { participant, afterScan, shiftSeconds, file: source } = row;
        const stimulus = row.stimulus ?? '';
        if (row.durationSeconds !== null) this.lengths.set(stimulus, row.durationSeconds);
        for (const each of read)
          this.series.push({ ...each, kind, stimulus, participant, afterScan, shiftSeconds, source });
      },
    });
  }

  private takeSound({ file, stimulus, mood }: MappingRow): Promise<boolean> {
    return this.ask(
      identify,
      { path: this.parts.paths.get(file) ?? '' },
      {
        file,
        take: ({ identity: { announcedSeconds: durationSeconds } }) =>
          void this.sounds.push({ file, name: stimulus ?? file, mood, durationSeconds }),
      },
    );
  }

  private takeAnalysis({ file }: MappingRow): Promise<boolean> {
    const { paths, analysesFolder: folder } = this.parts;
    const input = { path: paths.get(file) ?? '', name: file, folder };
    return this.ask(readAnalysisFile, input, {
      file,
      take: (analysis) => void this.analyses.push({ ...analysis, file }),
    });
  }

  private takeTable({ file }: MappingRow, take: (rows: TableRow[]) => void): Promise<boolean> {
    return this.ask(readTableFile, { path: this.parts.paths.get(file) ?? '' }, { file, take });
  }

  /** Asks the process for one thing of a file, and notes how it ended. False once the work is stopped. */
  private async ask<Input, Answer>(
    kind: AnalysisKind<Input, Answer>,
    input: Input,
    { file, whose, take, onProgress }: Asking<Answer>,
  ): Promise<boolean> {
    const refuse = (reason: string) =>
      this.refused.set(file, whose === undefined ? reason : `${whose}: ${reason}`);
    if (!this.parts.paths.has(file)) {
      refuse('it was taken off the study');
      return true;
    }
    const { client, signal } = this.parts.tools;
    const outcome = await client.request(kind, input, { signal, onProgress });
    if (outcome.kind === 'stopped') return false;
    if (outcome.kind === 'failed') refuse(outcome.reason);
    else if (outcome.kind === 'died') refuse(`reading it ended the process: ${outcome.reason}`);
    else this.note(file, () => take(outcome.answer));
    return true;
  }

  private note(file: string, take: () => void): void {
    try {
      take();
      this.done.add(file);
    } catch (error) {
      if (!isAppError(error)) throw error;
      this.refused.set(file, error.message);
    }
  }
}
