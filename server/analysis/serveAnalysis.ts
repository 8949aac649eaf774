import { lowerPriority, lowerSessionPriority } from '../base/lowerPriority';
import type { AnalysisKind, ProgressListener } from './analysisKind';
import { boundConsole } from './boundedConsole';
import { endWithServer } from './endWithServer';
import { failureOf } from './failureOf';
import type { AnalysisReport, AnalysisRequest } from './protocol';

const progressIntervalMs = 250;

/** What answers the requests of one kind. */
export interface AnalysisHandler {
  name: string;
  answer(input: unknown, onProgress: ProgressListener): Promise<unknown>;
}

/** A kind with what answers it: throws what failureOf puts into words. */
export function handlerOf<Input, Answer>(
  kind: AnalysisKind<Input, Answer>,
  answer: (input: Input, onProgress: ProgressListener) => Promise<Answer>,
): AnalysisHandler {
  // Both ends of the channel are of one build: what comes under this name is what the kind asks for.
  return { name: kind.name, answer: (input, onProgress) => answer(input as Input, onProgress) };
}

/**
 * Makes this process the analysis process: it answers one request at a time over its channel to the server, tells
 * progress at most four times a second, and ends when the server does.
 */
export function serveAnalysis(handlers: AnalysisHandler[]): void {
  const begin = boundConsole((line) => process.stderr.write(`${line}\n`));
  process.on('message', (request: AnalysisRequest) => {
    begin();
    void answer(request, handlers).then(send, (error: unknown) => send(failureOf(error)));
  });
  endWithServer();
  // What becomes of the work in hand is for the server to say.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  lowerPriority(process.pid);
  lowerSessionPriority();
}

async function answer(
  { kind, input }: AnalysisRequest,
  handlers: AnalysisHandler[],
): Promise<AnalysisReport> {
  const handler = handlers.find(({ name }) => name === kind);
  if (!handler) throw new Error(`invalid kind: ${kind} (nothing answers it)`);
  return { kind: 'answered', answer: await handler.answer(input, throttledProgress()) };
}

/** A listener that passes on progress, but not more often than it is worth. */
function throttledProgress(): ProgressListener {
  let lastMs = 0;
  return (fraction, audioSeconds) => {
    const now = Date.now();
    if (now - lastMs < progressIntervalMs) return;
    lastMs = now;
    send({ kind: 'progress', fraction: Math.min(1, Math.max(0, fraction)), audioSeconds });
  };
}

function send(report: AnalysisReport): void {
  process.send?.(report, (fault: Error | null) => {
    if (fault) process.exit();
  });
}
