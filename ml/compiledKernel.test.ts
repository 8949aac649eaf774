import { describe, expect, it } from 'vitest';
import { canCompile, compiledKernel } from './compiledKernel';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
const emptyModule = base64(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const noModule = base64(0, 0x61, 0x73, 0x6d, 9, 0, 0, 0);

describe('compiledKernel', () => {
  it('compiles a kernel once', () => {
    expect(compiledKernel(emptyModule)).toBeInstanceOf(WebAssembly.Module);
    expect(compiledKernel(emptyModule)).toBe(compiledKernel(emptyModule));
  });

  it('throws for what the engine cannot compile, as canCompile tells before', () => {
    expect(() => compiledKernel(noModule)).toThrow(WebAssembly.CompileError);
    expect([emptyModule, noModule].map(canCompile)).toEqual([true, false]);
  });
});
