/** The key of jobs that bring a file into the library: one of them may be open. */
export function fileKey(path: string): string {
  return `file:${path}`;
}
