import { describe, expect, it, vi } from 'vitest';
import { AnalysisClient } from './analysisClient';
import type { AnalysisOutcome } from './analysisKind';
import type { Hearing } from './hear';
import { hearTogether } from './hearTogether';

const hearing = {
  path: '/song.wav',
  identity: {} as Hearing['identity'],
  listeners: [
    { name: 'sound', question: null },
    { name: 'hostile', question: null },
  ],
};

/** A client whose process answers every hearing as `outcomeOf` says. */
function clientWhere(outcomeOf: (names: string[]) => AnalysisOutcome<unknown>) {
  const client = new AnalysisClient();
  const asked: string[][] = [];
  vi.spyOn(client, 'request').mockImplementation((_, input) => {
    const names = (input as Hearing).listeners.map(({ name }) => name);
    asked.push(names);
    return Promise.resolve(outcomeOf(names) as AnalysisOutcome<never>);
  });
  return { client, asked };
}

const answersOf = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { kind: 'answered' as const, answer: name }]));
const died = { kind: 'died' as const, reason: 'it took too much memory' };

describe('hearTogether', () => {
  it('asks once where the process lives', async () => {
    const { client, asked } = clientWhere((names) => ({ kind: 'answered', answer: answersOf(names) }));
    expect(await hearTogether(client, hearing, {})).toEqual(answersOf(['sound', 'hostile']));
    expect(asked).toEqual([['sound', 'hostile']]);
  });

  it('asks each alone where one ends the process, so that the others answer', async () => {
    const { client, asked } = clientWhere((names) =>
      names.includes('hostile') ? died : { kind: 'answered', answer: answersOf(names) },
    );
    expect(await hearTogether(client, hearing, {})).toEqual({ ...answersOf(['sound']), hostile: died });
    expect(asked).toEqual([['sound', 'hostile'], ['sound'], ['hostile']]);
  });

  it('gives every listener the failure of the file', async () => {
    const failed = { kind: 'failed' as const, code: 'unreadable' as const, reason: 'no sound' };
    const { client, asked } = clientWhere(() => failed);
    expect(await hearTogether(client, hearing, {})).toEqual({ sound: failed, hostile: failed });
    expect(asked).toHaveLength(1);
  });

  it('says nothing where it was stopped', async () => {
    const { client } = clientWhere(() => ({ kind: 'stopped' }));
    expect(await hearTogether(client, hearing, {})).toBeUndefined();
  });
});
