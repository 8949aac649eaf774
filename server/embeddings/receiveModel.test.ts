import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from './askAddress';
import { receiveModel } from './receiveModel';
import { sha256Of } from './testing/models.testing';

const content = Buffer.from('not really a graph');
const sha256 = sha256Of(content);
let folder: string;
let count = 0;
const target = () => join(folder, `target-${count++}`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-receive-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A server of made-up answers; anything else is 404. */
function serving(answers: Record<string, () => Response>): Ask {
  return ({ href }) => Promise.resolve(answers[href]?.() ?? new Response('no', { status: 404 }));
}

const redirect = (location: string) => () => new Response(null, { status: 302, headers: { location } });

describe('receiveModel', () => {
  it('copies a file whose hash is right', async () => {
    const place = join(folder, 'graph.onnx');
    writeFileSync(place, content);
    const path = target();
    expect(await receiveModel({ place, sha256 }, path)).toBe('graph.onnx');
    expect(readFileSync(path)).toEqual(content);
    const other = sha256Of(Buffer.from('other'));
    await expect(receiveModel({ place, sha256: other }, target())).rejects.toThrow(
      `invalid --sha256: ${other}`,
    );
  });

  it('downloads over redirects, and keeps no key of the address', async () => {
    const ask = serving({
      'https://models.example/a': redirect('/b'),
      'https://models.example/b': redirect('https://files.example/c.onnx?key=secret'),
      'https://files.example/c.onnx?key=secret': () => new Response(content),
    });
    const path = target();
    const source = await receiveModel({ place: 'https://models.example/a?token=1', sha256, ask }, path).catch(
      String,
    );
    expect(source).toContain('answers 404');
    expect(await receiveModel({ place: 'https://models.example/a', sha256, ask }, path)).toBe(
      'https://models.example/a',
    );
    expect(readFileSync(path)).toEqual(content);
  });

  it.each([
    ['http://models.example/a', 'an https address'],
    ['file:///etc/passwd', 'an https address'],
    ['https://name:password@models.example/a', 'an https address'],
    ['https://models.example/plain', 'an https address'],
    ['https://models.example/round', 'over 5 redirects'],
    ['https://models.example/gone', 'it answers 404'],
    ['https://models.example/large', 'over 1073741824 bytes'],
    ['/nowhere/graph.onnx', 'it does not exist'],
    [tmpdir(), 'it is a folder'],
  ])('refuses %s', async (place, words) => {
    const ask = serving({
      'https://models.example/plain': redirect('http://models.example/a'),
      'https://models.example/round': redirect('https://models.example/round'),
      'https://models.example/large': () =>
        new Response(content, { headers: { 'content-length': String(2 ** 40) } }),
    });
    const path = target();
    await expect(receiveModel({ place, sha256, ask }, path)).rejects.toThrow(words);
    expect(existsSync(path)).toBe(false);
  });
});
