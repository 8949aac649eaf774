import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from every other, as far as the system can say. */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks from the machine's start to the process's where the system tells, else an ISO date. */
  startedAt: string;
  host: string;
  /** One start of one machine; '' where the system does not tell. */
  bootId: string;
  /** The process numbering the pid belongs to (containers each have one); '' where the system does not tell. */
  pidNamespace: string;
}

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    startedAt: startTicks(process.pid) ?? new Date(Date.now() - process.uptime() * 1000).toISOString(),
    host: hostname(),
    bootId: ifReadable(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '',
    pidNamespace: ifReadable(() => readlinkSync('/proc/self/ns/pid')) ?? '',
  };
}

/**
 * Whether the process of `identity` still runs, judged by its pid and start time. 'unknown' where its pid
 * means nothing here: another machine, or another container.
 */
export function processState(identity: ProcessIdentity): 'alive' | 'gone' | 'unknown' {
  const own = ownIdentity();
  const sameMachine = identity.host === own.host;
  if (identity.bootId !== own.bootId) return sameMachine ? 'gone' : 'unknown';
  if (identity.pidNamespace !== own.pidNamespace || (!own.bootId && !sameMachine)) return 'unknown';
  if (!isRunning(identity.pid)) return 'gone';
  const ticks = startTicks(identity.pid);
  return ticks === undefined || ticks === identity.startedAt ? 'alive' : 'gone';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat (proc(5)); fields are counted after the command name, which may hold spaces. */
function startTicks(pid: number): string | undefined {
  const stat = ifReadable(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** The value, or undefined on systems and processes that do not show it. */
function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
