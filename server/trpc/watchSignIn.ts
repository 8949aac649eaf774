import type { SignedInCaller } from '../access/caller';
import type { SignIns } from '../access/signIns';
import { log } from '../base/log';

/** An ended session is known to whatever runs for it within this long. */
const lookEveryMs = 2000;

/** A question that stays open, and by whom it is put. */
interface OpenQuestion {
  caller: SignedInCaller;
  signIns: Pick<SignIns, 'isStillIn'>;
  /** Aborted where whoever asks has gone. */
  signal: AbortSignal;
}

/** Looks again and again whether its asker is still signed in. The signal is aborted once they are not, or have gone. */
export function watchSignIn({ caller, signIns, signal }: OpenQuestion): {
  signal: AbortSignal;
  stop: () => void;
} {
  const ended = new AbortController();
  const look = async () => {
    if (!(await signIns.isStillIn(caller))) ended.abort();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'a session could not be looked up'));
  }, lookEveryMs).unref();
  const stop = () => clearInterval(timer);
  signal.addEventListener('abort', stop, { once: true });
  ended.signal.addEventListener('abort', stop, { once: true });
  return { signal: AbortSignal.any([signal, ended.signal]), stop };
}
