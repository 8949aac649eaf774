import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

let found: Promise<boolean> | undefined;

/** True when ffmpeg is installed. Only a yes is remembered: it may be installed while we run. */
export async function hasFfmpeg(): Promise<boolean> {
  found ??= promisify(execFile)('ffmpeg', ['-version'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  const answer = await found;
  if (!answer) found = undefined;
  return answer;
}
