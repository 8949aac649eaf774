import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DescribedTimeline } from '../film/interchange/layTimeline';
import { owner } from '../access/caller';
import { setCaller } from '../access/callerHeader';
import { sendError } from '../http/answers';
import { filmRoutes } from './filmRoutes';

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    setCaller(request.headers, owner);
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const route = filmRoutes().find((candidate) => candidate.path.test(path));
    if (route) route.handle(request, response).catch((error: unknown) => sendError(response, error));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const describeFile = (query: Record<string, string>, body: BodyInit, init: RequestInit = {}) =>
  fetch(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/films/describe?${new URLSearchParams(query)}`,
    { method: 'POST', body, ...init },
  );

const cut = (events: number) =>
  Array.from({ length: events }, (_, i) => {
    const at = (second: number) =>
      `01:${[Math.floor(second / 60) % 60, second % 60].map((part) => String(part).padStart(2, '0')).join(':')}:00`;
    const record = `${at(i % 3000)} ${at((i % 3000) + 1)}`;
    return `${String(i + 1).padStart(6, '0')}  A001     V     C        ${record} ${record}`;
  }).join('\n');

const readAnswer = async (answer: Response) => (await answer.json()) as DescribedTimeline;

describe('a timeline over HTTP', () => {
  it('is read at the rate that is told, without a film to lay it on', async () => {
    const answer = await describeFile({ name: 'reel 1.edl', rate: '23.976' }, `TITLE: Reel 1\n${cut(2)}`);
    expect(answer.status).toBe(200);
    const { timeline, laid } = await readAnswer(answer);
    expect(laid).toBeNull();
    expect(timeline).toMatchObject({
      ...{ format: 'cmx3600', name: 'Reel 1', rateFrom: 'given' },
      rate: { numerator: 24_000, denominator: 1001 },
    });
    expect(timeline.events.map(({ recordIn }) => recordIn)).toEqual([86_400, 86_424]);
  });

  it('is laid on the film that is told of', async () => {
    const film = { rate: '25', drop: '0', start: '90000', length: '40' };
    const { laid } = await readAnswer(await describeFile({ name: 'a.edl', ...film }, cut(2)));
    expect(laid?.events.map(({ recordIn, recordOut }) => [recordIn, recordOut])).toEqual([
      [0, 25],
      [25, 50],
    ]);
  });

  it('is laid on a film of another rate by its seconds', async () => {
    const query = { name: 'a.edl', rate: '25', filmRate: '24', start: '86400', length: '480' };
    const { timeline, laid } = await readAnswer(await describeFile(query, cut(2)));
    expect(timeline.events.map(({ recordIn }) => recordIn)).toEqual([90_000, 90_025]);
    expect(laid?.events.map(({ recordIn }) => recordIn)).toEqual([0, 24]);
  });

  it('of 50,000 lines is read whole', async () => {
    const answer = await describeFile({ name: 'long.edl', rate: '25' }, cut(50_000));
    expect((await readAnswer(answer)).timeline.events).toHaveLength(50_000);
  });

  it.each([
    [{ name: 'a.edl', rate: 'fast' }, /invalid rate/],
    [{ name: '', rate: '25' }, /invalid name/],
    [{ name: 'a.edl', length: '5' }, /invalid length/],
    [{ name: 'a.edl', rate: '25', start: '-1', length: '5' }, /invalid start/],
  ])('is refused with %j', async (query, words) => {
    const answer = await describeFile(query, cut(1));
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toMatch(words);
  });

  it('is refused beyond 20 MB, by its told length and by its own', async () => {
    const large = new Uint8Array(20 * 2 ** 20 + 1);
    expect((await describeFile({ name: 'a.edl' }, large)).status).toBe(413);
    const untold = new Blob([large]).stream();
    const streamed = await describeFile({ name: 'a.edl' }, untold, { duplex: 'half' } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it('is refused where it is none, and by another method', async () => {
    expect((await describeFile({ name: 'a.txt' }, 'a letter')).status).toBe(415);
    const asked = await fetch(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/films/describe?name=a`,
    );
    expect(asked.status).toBe(400);
  });
});
