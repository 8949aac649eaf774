import type { AnalysisClient, RequestOptions } from './analysisClient';
import type { AnalysisOutcome } from './analysisKind';
import { hear, type Hearing } from './hear';
import type { ListenerKind } from './listenerKind';

/** How it went with one listener. */
export type HeardOutcome<Answer> = Exclude<AnalysisOutcome<Answer>, { kind: 'stopped' }>;

/** How it went with every listener that was asked, by its name. */
export type Heard = Record<string, HeardOutcome<unknown>>;

/**
 * Has a file heard by all its listeners at once; where that ends the process, by each alone, so that one of them costs
 * the others nothing. Undefined where the work was stopped.
 */
export async function hearTogether(
  client: AnalysisClient,
  hearing: Hearing,
  options: RequestOptions,
): Promise<Heard | undefined> {
  const outcome = await client.request(hear, hearing, options);
  if (outcome.kind === 'answered') return outcome.answer;
  if (outcome.kind === 'stopped') return undefined;
  const { listeners } = hearing;
  if (outcome.kind === 'failed' || listeners.length === 1)
    return Object.fromEntries(listeners.map(({ name }) => [name, outcome]));
  const heard: Heard = {};
  for (const listener of listeners) {
    const alone = await hearTogether(client, { ...hearing, listeners: [listener] }, options);
    if (!alone) return undefined;
    Object.assign(heard, alone);
  }
  return heard;
}

/** How it went with one of the listeners. */
export function heardBy<Answer>(heard: Heard, { name }: ListenerKind<unknown, Answer>): HeardOutcome<Answer> {
  // Both ends of the channel are of one build: under this name stands what the listener answers.
  return heard[name] as HeardOutcome<Answer>;
}
