import { basename } from 'node:path';

/** What people call the file of a job or a track. */
export function jobName({ name, path }: { name: string | null; path: string }): string {
  return name ?? basename(path);
}
