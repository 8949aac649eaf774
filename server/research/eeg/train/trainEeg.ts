import { join, resolve } from 'node:path';
import { packageRoot } from '@/db/packageRoot';
import { parseInput } from '../../../base/parseInput';
import type { EegModelRecord } from '../model/eegModelRecord';
import { readEegModel } from '../model/readEegModel';
import { wholeFolder } from '../wholeFolder';
import { runProgram } from './runProgram';
import { trainingPython } from './trainingPython';
import { progressOf, type TrainingProgress } from './trainingProgress';
import { trainingArguments, trainingSettings, type TrainingSettings } from './trainingSettings';

/** What is to be trained on, where the model goes, and how it is trained. */
export interface Training {
  /** Folder of a training set (`ml/training/eeg/README.md`). */
  set: string;
  /** Folder of the model: new, or empty. */
  out: string;
  settings: TrainingSettings;
  /** The Python to train by; found by itself where left out. */
  python?: string;
}

/** How training is followed and stopped. */
interface TrainingOptions {
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}

/** How training ended. */
export type TrainingOutcome =
  | { kind: 'trained'; model: EegModelRecord }
  /** Python or its packages are not there; the reason says which command brings them. */
  | { kind: 'missing'; reason: string }
  /** The set cannot be trained on. */
  | { kind: 'refused'; reason: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'stopped' };

/** The exit status by which the package says that a set is invalid. */
const refusedStatus = 2;

/**
 * Trains EEG and music into a common space by the Python package of `ml/training/eeg`: the model's folder is whole, or
 * not there. On `signal` the program and all its processes end.
 *
 * @throws AppError 'invalid' for settings, 'conflict' where something is in the folder
 */
export async function trainEeg(training: Training, options: TrainingOptions = {}): Promise<TrainingOutcome> {
  const settings = parseInput(trainingSettings, training.settings);
  const found = await trainingPython(training.python);
  if (found.kind === 'missing') return found;
  const asked = ['--data', resolve(training.set), ...trainingArguments(settings)];
  try {
    return await wholeFolder(training.out, async (folder) => {
      const ended = await run(found.python, [...asked, '--out', folder], options);
      if (ended !== null) throw new NotTrained(ended);
      return { kind: 'trained', model: await readEegModel(folder) };
    });
  } catch (error) {
    if (error instanceof NotTrained) return error.outcome;
    throw error;
  }
}

/** Has the unfinished folder removed. */
class NotTrained extends Error {
  constructor(readonly outcome: TrainingOutcome) {
    super(outcome.kind);
  }
}

/** Null where it came to its end, else how it did not. */
async function run(
  python: string,
  asked: readonly string[],
  { onProgress, signal }: TrainingOptions,
): Promise<TrainingOutcome | null> {
  const onLine = (line: string) => {
    const progress = progressOf(line);
    if (progress) onProgress?.(progress);
  };
  const program = [join('ml', 'training', 'run.py'), 'eeg', ...asked];
  const { status, errors } = await runProgram(python, {
    arguments: program,
    cwd: packageRoot(),
    onLine,
    signal,
  });
  if (signal?.aborted) return { kind: 'stopped' };
  if (status === 0) return null;
  const reason = errors.trimEnd().split('\n').at(-1) || `Python ended with ${status ?? 'a signal'}`;
  return { kind: status === refusedStatus ? 'refused' : 'failed', reason };
}
