import { messageOf } from './errors';

/** A fault on its way out of a thread: an Error itself may hold what cannot be sent. */
export interface SentFault {
  message: string;
  stack?: string;
}

/** What a thread tells of anything thrown within it. */
export function sentFault(error: unknown): SentFault {
  return { message: messageOf(error), stack: error instanceof Error ? error.stack : undefined };
}

/** The fault as an Error with the thread's own stack. It is never the asker's: what those get wrong is checked before. */
export function receivedFault({ message, stack }: SentFault): Error {
  const fault = new Error(message);
  if (stack !== undefined) fault.stack = stack;
  return fault;
}
