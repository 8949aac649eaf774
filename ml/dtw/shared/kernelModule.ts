import { canCompile, compiledKernel } from '../../compiledKernel';
import { kernelCode } from './kernelCode';

/** The most that a memory may grow to, in pages of 64 KiB: all that 32-bit addresses reach. */
const maximumPages = 65536;

/**
 * A kernel's compiled module, made once in each thread; undefined where the engine has no WebAssembly with SIMD and
 * shared memory. It takes `env.memory` of kernelMemory.
 */
export function kernelModule(name: keyof typeof kernelCode): WebAssembly.Module | undefined {
  const code = kernelCode[name];
  const isRunnable = typeof SharedArrayBuffer !== 'undefined' && canCompile(code);
  return isRunnable ? compiledKernel(code) : undefined;
}

/** Memory for a kernel and its threads. It grows in place: what lies in it never moves. */
export function kernelMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: maximumPages, shared: true });
}
