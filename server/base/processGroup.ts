/** Whether a process can be started as the first of a group of its own, with which all that it starts can be ended. */
export const hasProcessGroups = process.platform !== 'win32';

/** Said of a group that is gone, or of which only the dead are left. */
const gone = ['ESRCH', 'EPERM'];

/** Sends a signal to a process with all of its group, which it was the first of; one that is gone needs none. */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(hasProcessGroups ? -pid : pid, signal);
  } catch (error) {
    if (!gone.includes(String((error as NodeJS.ErrnoException).code))) throw error;
  }
}
