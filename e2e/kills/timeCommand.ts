import { finish, type Running } from './house';

/** The programs are loaded until then: nothing of the work has begun. */
const loadingShare = 0.3;

/** Runs a command to its end once, and sets `moments` to those of its run in which there is work to kill. */
export async function timeCommand(
  moments: { fromMs: number; toMs: number },
  command: () => Running,
): Promise<void> {
  const began = performance.now();
  await finish(command());
  const tookMs = performance.now() - began;
  moments.fromMs = loadingShare * tookMs;
  moments.toMs = tookMs;
}
