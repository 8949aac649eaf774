const modules = new Map<string, WebAssembly.Module>();

/**
 * A kernel's module, compiled once in each thread.
 *
 * @param code - WebAssembly as base64, of one of the kernelCode.js that server/start/kernels.mjs writes
 * @throws WebAssembly.CompileError where the engine lacks what the kernel needs
 */
export function compiledKernel(code: string): WebAssembly.Module {
  const compiled = modules.get(code) ?? new WebAssembly.Module(Buffer.from(code, 'base64'));
  modules.set(code, compiled);
  return compiled;
}

/** Whether the engine has what a kernel needs: SIMD, shared memory. */
export function canCompile(code: string): boolean {
  return WebAssembly.validate(Buffer.from(code, 'base64'));
}
