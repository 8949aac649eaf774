import { type ChildProcess, fork } from 'node:child_process';
import { hasProcessGroups } from '../base/processGroup';
import { analysisProcessFile } from './processFile';

/** Starts an analysis process, the first of a group of its own: with it ends what it started. Throws the system's error. */
export function startProcess(): ChildProcess {
  const { path, execArgv, workingDirectory } = analysisProcessFile();
  return fork(path, [], {
    execArgv,
    cwd: workingDirectory,
    detached: hasProcessGroups,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
