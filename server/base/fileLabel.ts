import { basename } from 'node:path';

/** What people call a file: the name they gave it, else that of its path. */
export function fileLabel({ name, path }: { name: string | null; path: string }): string {
  return name ?? basename(path);
}
