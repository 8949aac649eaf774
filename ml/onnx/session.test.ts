import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InferenceSession } from 'onnxruntime-node';
import { openSession, requireInput, requireOutputs } from './session';

const graph = new URL('../models/emotion-3.onnx', import.meta.url);
let session: InferenceSession;

beforeAll(async () => {
  session = await openSession(readFileSync(graph));
});
afterAll(() => session.release());

describe('openSession', () => {
  it('opens the same graph from its file', async () => {
    const fromFile = await openSession(fileURLToPath(graph));
    expect(fromFile.inputNames).toEqual(session.inputNames);
    await fromFile.release();
  });

  it('refuses what is no graph', async () => {
    await expect(openSession(Uint8Array.of(1, 2, 3))).rejects.toThrow();
  });
});

describe('requireInput', () => {
  it('lets in what it names, and says what else there is', () => {
    requireInput(session, 'features', 216);
    expect(() => requireInput(session, 'features', 200)).toThrow(
      'invalid model input: features of width 216 (features of width 200)',
    );
    expect(() => requireInput(session, 'mel', 216)).toThrow(RangeError);
  });
});

describe('requireOutputs', () => {
  it('lets in what has all that it names, and says what else there is', () => {
    requireOutputs(session, ['emotion', 'deviation']);
    expect(() => requireOutputs(session, ['emotion', 'mood'])).toThrow('(emotion,mood)');
  });
});
