import type { z } from 'zod';

/** What is read of a schema: a part of what Zod keeps of each. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  values?: unknown[];
  entries?: Record<string, unknown>;
}

interface Bounds {
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** Schemas around another that change nothing about what may be given. */
const wrappers = ['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch'];

/** An input that a schema's types and limits let in, with everything that may be left out; refinements may refuse it. */
export function sampleInput(schema: z.ZodType): unknown {
  const definition = schema.def as unknown as Definition;
  const { type, shape, element, innerType, options, values, entries } = definition;
  if (wrappers.includes(type)) return sampleInput(innerType!);
  if (type === 'object')
    return Object.fromEntries(Object.entries(shape!).map(([name, part]) => [name, sampleInput(part)]));
  if (type === 'array') return [sampleInput(element!)];
  if (type === 'union') return sampleInput(options!.at(-1)!);
  if (type === 'pipe') return sampleInput(definition.in!);
  if (type === 'literal') return values![0];
  if (type === 'enum') return Object.values(entries!)[0];
  if (type === 'number') return sampleNumber((schema as z.ZodNumber)._zod.bag);
  if (type === 'string') return 'sample';
  if (type === 'boolean') return true;
  return { sample: 'anything' };
}

/** 1 is the number of the first row of everything. */
function sampleNumber({ minimum = -Infinity, maximum = Infinity, exclusiveMinimum }: Bounds): number {
  const least = exclusiveMinimum === undefined ? minimum : Math.max(minimum, exclusiveMinimum);
  return Math.min(maximum, Math.max(least, 1));
}
