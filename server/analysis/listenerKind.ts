/**
 * Something in the analysis process that hears the sound of a file, known by its name. Any number of them hear a
 * file at once, which is decoded once for all. Question and answer are plain data.
 */
export interface ListenerKind<Question, Answer> {
  readonly name: string;
  /** Never there: it carries the types. */
  readonly types?: { question: Question; answer: Answer };
}

/** What one listener is asked. */
export interface ListenerQuestion {
  name: string;
  question: unknown;
}

export function listenerKind<Question, Answer>(name: string): ListenerKind<Question, Answer> {
  return { name };
}

export function questionTo<Question>(
  { name }: ListenerKind<Question, unknown>,
  question: Question,
): ListenerQuestion {
  return { name, question };
}
