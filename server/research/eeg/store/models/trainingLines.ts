import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { progressOf, type TrainingProgress } from '../../train/trainingProgress';
import { eegModelFolder } from '../eegFolders';

/** Lines that are told of a training: its last ones. */
const mostLines = 2000;

type ModelPlace = Parameters<typeof eegModelFolder>[1];

/** Where the lines of a model's training lie. */
export function trainingLinesFile(dataDirectory: string, model: ModelPlace): string {
  return `${eegModelFolder(dataDirectory, model)}.progress`;
}

/** Begins the lines of a training anew; what is given is appended, in order. Wait for `written` before it ends. */
export class TrainingLines {
  private last: Promise<void>;

  constructor(private readonly path: string) {
    this.last = mkdir(dirname(path), { recursive: true }).then(() => rm(path, { force: true }));
    // Told by `written`, to whoever waits for it.
    this.last.catch(() => undefined);
  }

  static of(dataDirectory: string, model: ModelPlace): TrainingLines {
    return new TrainingLines(trainingLinesFile(dataDirectory, model));
  }

  add(progress: TrainingProgress): void {
    this.last = this.last.then(() => appendFile(this.path, `${JSON.stringify(progress)}\n`));
    this.last.catch(() => undefined);
  }

  /** Resolves once everything given is on disk. Throws what kept it from being written. */
  async written(): Promise<void> {
    await this.last;
  }
}

/** The latest lines of a model's training; none where it has not begun. */
export async function readTrainingLines(
  dataDirectory: string,
  model: ModelPlace,
): Promise<TrainingProgress[]> {
  const text = await readFile(trainingLinesFile(dataDirectory, model), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    },
  );
  return text
    .split('\n')
    .slice(-mostLines)
    .flatMap((line) => progressOf(line) ?? []);
}
