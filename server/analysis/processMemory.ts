import { readFile } from 'node:fs/promises';

/** Bytes of a memory page; 4096 on every Linux that Node runs on but some ARM kernels, where this counts low. */
const pageBytes = 4096;

/**
 * Resident memory of process `pid` and of what it started, as ffmpeg, in bytes; null where the system does not tell (no
 * /proc) or it has ended.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ');
    const started = await Promise.all((await startedBy(pid)).map(residentBytes));
    return started.reduce<number>((sum, bytes) => sum + (bytes ?? 0), Number(resident) * pageBytes);
  } catch {
    return null;
  }
}

/** What a process has started by its first thread, as Node does; none where the kernel does not list it. */
async function startedBy(pid: number): Promise<number[]> {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'latin1').catch(() => '');
  return list.split(' ').filter(Boolean).map(Number);
}
