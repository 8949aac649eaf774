import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';

/** By these a folder is known as a data directory, and not as somebody's music that DATA_DIR names by mistake. */
const marks = ['database', 'lock', 'uploads'];

/**
 * Makes the data directory, open to its owner alone (0700), and narrows one that is open to others: it holds what people
 * felt and heard, and who may sign in. `say` is told what was done, or why nothing was.
 */
export function makePrivate(dataDirectory: string, say: (words: string) => void): void {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(dataDirectory);
  const isPrivate = (mode & 0o077) === 0;
  if (isPrivate || process.getuid === undefined) return;
  const names = readdirSync(dataDirectory);
  const isOurs = names.length === 0 || marks.some((mark) => names.includes(mark));
  if (!isOurs || uid !== process.getuid()) {
    say(
      `${dataDirectory} is open to other users of this machine (give DATA_DIR a folder of its own, chmod 700)`,
    );
    return;
  }
  chmodSync(dataDirectory, 0o700);
  say(`${dataDirectory} was open to other users of this machine: now only its owner may enter (0700)`);
}
