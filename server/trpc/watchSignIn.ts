import type { SignedInCaller } from '../access/caller';
import type { SignIns } from '../access/signIns';
import { log } from '../base/log';

/** An ended session is known to whatever runs for it within this long. */
const lookEveryMs = 2000;

/** By whom something is asked that stays open, and what is to be done once they are no longer signed in. */
interface Watch {
  caller: SignedInCaller;
  signIns: Pick<SignIns, 'isStillIn'>;
  onEnd: () => void;
}

/** Looks again and again whether an asker is still signed in, until they are not. Returns what ends the looking. */
export function watchSignIn({ caller, signIns, onEnd }: Watch): () => void {
  const look = async () => {
    if (await signIns.isStillIn(caller)) return;
    stop();
    onEnd();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'a session could not be looked up'));
  }, lookEveryMs).unref();
  const stop = () => clearInterval(timer);
  return stop;
}
