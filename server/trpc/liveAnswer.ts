import type { SignedInCaller } from '../access/caller';
import type { SignIns } from '../access/signIns';
import { watchSignIn } from './watchSignIn';

/** Who put a question. */
interface Asked {
  caller: SignedInCaller | undefined;
  signIns: Pick<SignIns, 'isStillIn'>;
  /** Aborted where whoever asks has gone. */
  signal: AbortSignal;
}

/**
 * An answer that ends once its asker is signed in no longer, if it is one that is told as it happens. That is seen by
 * the answer: what was asked for does not say it, since a subscription streams whatever its asker accepts.
 */
export function liveAnswer(told: Response, { caller, signIns, signal }: Asked): Response {
  const isLive = told.headers.get('content-type')?.startsWith('text/event-stream');
  if (!isLive || !told.body || !caller || signal.aborted) return told;
  const reader = told.body.getReader();
  // To cancel the answer ends its procedure, too.
  const stop = watchSignIn({ caller, signIns, onEnd: () => void reader.cancel().catch(() => undefined) });
  signal.addEventListener('abort', stop, { once: true });
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().catch((fault: unknown) => {
        stop();
        throw fault;
      });
      if (!done) return controller.enqueue(value);
      stop();
      controller.close();
    },
    cancel(reason) {
      stop();
      return reader.cancel(reason);
    },
  });
  return new Response(body, told);
}
