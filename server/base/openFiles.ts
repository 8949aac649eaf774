import { readdirSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';

const reported = z.object({ userLimits: z.object({ open_files: z.object({ soft: z.number() }) }) });

/** How many files, sockets and pipes this process may have open; Infinity where the system sets or tells no limit. */
export function openFileLimit(): number {
  // It would ask for the names of all its peers.
  Object.assign(process.report ?? {}, { excludeNetwork: true });
  const report = reported.safeParse(process.report?.getReport());
  return report.success ? report.data.userLimits.open_files.soft : Infinity;
}

/** How many of them are open; 0 where the system does not tell. */
export function openFileCount(): number {
  try {
    return readdirSync('/dev/fd').length;
  } catch {
    return 0;
  }
}
