/**
 * The few instructions of WebAssembly that the kernels of this folder are written in, each as its bytes, and the
 * module around them. It stands in for a compiler: a kernel of forty instructions needs none.
 * Source of the encoding: WebAssembly Core Specification 2.0, chapter 5.
 */
type Code = readonly number[];

/** A function of nothing but i32 parameters, without a result. */
export interface WasmFunction {
  name: string;
  parameters: number;
  /** How many locals of each type follow the parameters. */
  locals: { i32: number; v128: number };
  body: Code;
}

const I32 = 0x7f;
const V128 = 0x7b;
const EMPTY_BLOCK = 0x40;
const END = 0x0b;
const SIMD = 0xfd;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

const simd = (operation: number, ...rest: number[]): Code => [SIMD, ...unsigned(operation), ...rest];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const addI32: Code = [0x6a];
export const subtractI32: Code = [0x6b];
export const isUnequal: Code = [0x47];
export const isAtLeast: Code = [0x4f];
/** A number from 0 to 63. */
export const constant = (value: number): Code => [0x41, value];
export const addF32: Code = [0x92];
export const storeF32: Code = [0x38, 2, 0];
/** The sixteen bytes at an address of any alignment, `offset` on: four numbers, or two of twice the precision. */
export const loadFour = (offset = 0): Code => simd(0x00, 0, ...unsigned(offset));
export const fourZeros: Code = simd(0x0c, ...new Array<number>(16).fill(0));
export const addFour: Code = simd(0xe4);
export const multiplyFour: Code = simd(0xe6);
/** The number at an address beside the one at another, and zeros. */
export const loadPair = (first: Code, second: Code): Code => [
  ...second,
  ...first,
  ...simd(0x5c, 2, 0),
  ...simd(0x56, 2, 0, 1),
];
/** The first two of four numbers in twice the precision. */
export const widenTwo: Code = simd(0x5f);
export const addTwo: Code = simd(0xf0);
export const subtractTwo: Code = simd(0xf1);
export const multiplyTwo: Code = simd(0xf2);
export const storeTwo = (offset: number): Code => simd(0x0b, 0, ...unsigned(offset));
export const lane = (index: number): Code => simd(0x1f, index);

/** Runs the code again and again while what it leaves on the stack is true. */
export const repeatWhile = (...code: Code[]): Code => [0x03, EMPTY_BLOCK, ...code.flat(), 0x0d, 0, END];
/** Runs the code where what lies on the stack is true. */
export const when = (...code: Code[]): Code => [0x04, EMPTY_BLOCK, ...code.flat(), END];

/** Compiles a module of one function that works on the memory `env.memory`, and exports it under its name. */
export function compileFunction({ name, parameters, locals, body }: WasmFunction): WebAssembly.Module {
  const text = (value: string) => sized([...Buffer.from(value, 'latin1')]);
  const signature = [0x60, ...vector(new Array<Code>(parameters).fill([I32])), 0];
  const memory = [...text('env'), ...text('memory'), 2, 0, 1];
  const kinds = [
    [...unsigned(locals.i32), I32],
    [...unsigned(locals.v128), V128],
  ];
  const sections: [number, Code[]][] = [
    [1, [signature]],
    [2, [memory]],
    [3, [[0]]],
    [7, [[...text(name), 0, 0]]],
    [10, [sized([...vector(kinds), ...body, END])]],
  ];
  const bytes = sections.flatMap(([id, entries]) => [id, ...sized(vector(entries))]);
  return new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...bytes));
}

const vector = (entries: readonly Code[]): number[] => [...unsigned(entries.length), ...entries.flat()];
const sized = (bytes: Code): number[] => [...unsigned(bytes.length), ...bytes];
