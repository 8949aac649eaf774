/** The kernels by the name of their source in ./assembly: WebAssembly as base64, written by server/start/kernels.mjs. */
export const kernelCode: Readonly<Record<'cochlea', string>>;
