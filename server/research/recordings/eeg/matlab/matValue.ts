import type { NumberTypeName } from '../../numbers/numberBuffer';

/** Where numbers lie that are too many to be read at once. */
export type NumberPlace =
  /** In the file as they are, from this byte on. */
  | { kind: 'file'; path: string; offsetBytes: number }
  /** In a stretch of the file that zlib has packed, from this byte of the unpacked stretch on. */
  | { kind: 'packed'; path: string; packed: { fromByte: number; bytes: number }; offsetBytes: number }
  /** In a data set of an HDF5 file; its last dimension is MATLAB's first. */
  | { kind: 'dataset'; path: string; dataset: string };

/** An array of numbers, column by column as MATLAB keeps it. */
export interface MatNumbers {
  kind: 'numbers';
  dimensions: number[];
  type: NumberTypeName;
  littleEndian: boolean;
  isComplex: boolean;
  /** Null for more than 8,192 numbers, which stay where they are. */
  values: Float64Array | null;
  place: NumberPlace;
}

/** A struct array, or an object: each field with its value for every element, column by column. */
export interface MatStruct {
  kind: 'struct';
  dimensions: number[];
  fields: Map<string, MatValue[]>;
}

/** What a variable of MATLAB holds. */
export type MatValue =
  | MatNumbers
  | MatStruct
  | { kind: 'text'; rows: string[] }
  | { kind: 'cells'; dimensions: number[]; cells: MatValue[] }
  /** What was not wanted, or is no data: a function, a sparse matrix, an object without fields. */
  | { kind: 'other' };

/** Which variables and fields are read, by their names from the variable on; fields of elements have no numbers. */
export type MatWish = (names: readonly string[]) => boolean;

/** Most numbers that are read together with their struct. */
export const mostNumbersKept = 8192;

/** How many elements dimensions make. */
export function elementsOf(dimensions: readonly number[]): number {
  return dimensions.reduce((product, length) => product * length, 1);
}
