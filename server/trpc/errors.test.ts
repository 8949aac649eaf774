import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { owner } from '../access/caller';
import { AppError, type ErrorCode } from '../base/errors';
import { errorAnswer } from '../http/errorAnswer';
import { statusOf } from '../http/statusOf';
import type { Services } from '../services';
import { procedure, router } from './init';

const codes = Object.keys(statusOf) as ErrorCode[];

const faulty = router({
  refuse: procedure.input(z.enum(codes)).query(({ input }) => {
    throw new AppError(input, `invalid thing: ${input}`);
  }),
  break: procedure.query(() => {
    throw new RangeError('Array buffer allocation failed');
  }),
  misread: procedure.query(() => z.number().parse('a row of ours')),
});

/** The answer over HTTP, as clients see it. */
async function answerOf(path: string, input?: unknown) {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: new Request(`http://house/api/trpc/${path}${query}`),
    router: faulty,
    createContext: () => ({ services: {} as Services, caller: owner }),
  });
  const { error } = (await answer.json()) as { error: { message: string; data: Record<string, unknown> } };
  return { status: answer.status, ...error };
}

describe('an error of a procedure', () => {
  it.each(codes)('has the same status and words as at the other doors: %s', async (code) => {
    const { status, document } = errorAnswer(new AppError(code, `invalid thing: ${code}`));
    const answer = await answerOf('refuse', code);
    expect(answer).toMatchObject({ status, message: document.error, data: { httpStatus: status } });
  });

  it.each(['break', 'misread'])('that nobody expected tells nothing of what it was: %s', async (path) => {
    const { status, document } = errorAnswer(new Error());
    const data = { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, path };
    expect(await answerOf(path)).toEqual({
      code: expect.any(Number) as number,
      status,
      message: document.error,
      data,
    });
  });

  it('says in one line what is wrong with an input, not in the words of a schema', async () => {
    const { status, message, data } = await answerOf('refuse', 7);
    expect([status, data.code]).toEqual([400, 'BAD_REQUEST']);
    expect(message).toMatch(/^invalid input: 7 \(invalid option: expected one of "invalid"\|"signed-out"/);
  });
});
