import { readFile } from 'node:fs/promises';

/** Bytes of a memory page; 4096 on every Linux that Node runs on but some ARM kernels, where this counts low. */
const pageBytes = 4096;

/** Resident memory of process `pid` in bytes; null where the system does not tell (no /proc) or it has ended. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ');
    return Number(resident) * pageBytes;
  } catch {
    return null;
  }
}
