import { Worker } from 'node:worker_threads';
import { signalGroup } from '../base/processGroup';

const lookEachMs = 500;

/** A thread of its own, as the work may keep the first one busy for ever; it loads nothing. */
const watching = `
  const { workerData: { server, group } } = require('node:worker_threads');
  setInterval(() => { if (process.ppid !== server) process.kill(group, 'SIGKILL'); }, ${lookEachMs});`;

/**
 * Has this process, the first of its group, end with all that it started once the server that started it is gone, also
 * where that was killed and a decoder never lets go of the processor. On Windows, where a process keeps the number of a
 * parent that is gone, only between two pieces of work.
 */
export function endWithServer(): void {
  process.on('disconnect', () => {
    signalGroup(process.pid, 'SIGKILL');
    process.exit();
  });
  const group = process.platform === 'win32' ? process.pid : -process.pid;
  new Worker(watching, { eval: true, execArgv: [], workerData: { server: process.ppid, group } }).unref();
}
