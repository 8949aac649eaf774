import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { owner } from '../access/caller';
import { callerHeaders } from '../access/callerHeader';
import { AppError, type ErrorCode } from '../base/errors';
import { log } from '../base/log';
import { errorAnswer } from '../http/errorAnswer';
import { statusOf } from '../http/statusOf';
import { provideServices, type Services } from '../services';
import { handleTrpc } from './handleTrpc';
import { forListeners, router } from './init';

const codes = Object.keys(statusOf) as ErrorCode[];

const faulty = router({
  refuse: forListeners.input(z.enum(codes)).query(({ input }) => {
    throw new AppError(input, `invalid thing: ${input}`);
  }),
  tell: forListeners.query(() => 'well'),
  break: forListeners.query(() => {
    throw new RangeError('Array buffer allocation failed');
  }),
  fill: forListeners.query(() => {
    throw new Error('Failed query: insert into "tracks"', {
      cause: Object.assign(new Error(), { code: '53100' }),
    });
  }),
  misread: forListeners.query(() => z.number().parse('a row of ours')),
});

/** The answer over HTTP, as clients see it. */
async function answerOf(path: string, input?: unknown) {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await handleTrpc(
    new Request(`http://house/api/trpc/${path}${query}`, { headers: callerHeaders(owner) }),
    faulty,
  );
  const { error } = (await answer.json()) as { error: { message: string; data: Record<string, unknown> } };
  return { status: answer.status, ...error };
}

beforeAll(() => provideServices({} as Services));

describe('an error of a procedure', () => {
  it.each(codes)('has the same status and words as at the other doors: %s', async (code) => {
    const { status, document } = errorAnswer(new AppError(code, `invalid thing: ${code}`));
    const answer = await answerOf('refuse', code);
    expect(answer).toMatchObject({ status, message: document.error, data: { httpStatus: status } });
  });

  it.each(['break', 'misread'])('that nobody expected is told to the log alone: %s', async (path) => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const { status, document } = errorAnswer(new Error());
    const data = { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, path };
    expect(await answerOf(path)).toEqual({
      code: expect.any(Number) as number,
      status,
      message: document.error,
      data,
    });
    const stack = expect.stringContaining('errors.test.ts') as string;
    expect(logged.mock.calls).toEqual([
      [{ err: expect.objectContaining({ stack }) as Error, path }, 'a procedure met a fault'],
    ]);
    logged.mockRestore();
  });

  it('of a full disk is told in words, without the query', async () => {
    const answer = await answerOf('fill');
    expect(answer).toMatchObject({ status: 413, message: 'the disk is full: free some space' });
  });

  it('was an empty body where none was asked for; where one is, it is refused in words', async () => {
    const post = async (path: string) => {
      const asked = {
        method: 'POST',
        headers: { ...callerHeaders(owner), 'content-type': 'application/json' },
      };
      return (await handleTrpc(new Request(`http://house/api/trpc/${path}`, asked), faulty)).status;
    };
    expect([await post('tell'), await post('refuse')]).toEqual([200, 400]);
  });

  it('says in one line what is wrong with an input, not in the words of a schema', async () => {
    const { status, message, data } = await answerOf('refuse', 7);
    expect([status, data.code]).toEqual([400, 'BAD_REQUEST']);
    expect(message).toMatch(/^invalid input: 7 \(invalid option: expected one of "invalid"\|"signed-out"/);
  });
});
