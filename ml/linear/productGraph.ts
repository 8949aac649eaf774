/** The precision of a product: the element type's number in ONNX. */
const elementTypes = { single: 1, double: 11 };

export type Precision = keyof typeof elementTypes;

export interface ProductGraph {
  precision: Precision;
  transposeLeft: boolean;
  transposeRight: boolean;
}

/**
 * An ONNX graph that multiplies `left` by `right` into `product`, either of them transposed first: one Gemm, of matrices
 * of any size. Bytes in the encoding of Protocol Buffers, with the field numbers of onnx.proto (ONNX 1.8, opset 13).
 */
export function productGraph({ precision, transposeLeft, transposeRight }: ProductGraph): Uint8Array {
  const matrix = (name: string) => valueInfo(name, elementTypes[precision]);
  const node = [
    ...text(1, 'left'),
    ...text(1, 'right'),
    ...text(2, 'product'),
    ...text(4, 'Gemm'),
    ...message(5, flag('transA', transposeLeft)),
    ...message(5, flag('transB', transposeRight)),
  ];
  const graph = [
    ...message(1, node),
    ...text(2, 'product'),
    ...message(11, matrix('left')),
    ...message(11, matrix('right')),
    ...message(12, matrix('product')),
  ];
  return Uint8Array.from([...number(1, 7), ...message(7, graph), ...message(8, number(2, 13))]);
}

/** A matrix of any size: its name, its type and two dimensions named for it alone. */
function valueInfo(name: string, elementType: number): number[] {
  const shape = ['Rows', 'Columns'].flatMap((side) => message(1, text(2, `${name}${side}`)));
  const tensor = [...number(1, elementType), ...message(2, shape)];
  return [...text(1, name), ...message(2, message(1, tensor))];
}

/** An attribute of type INT. */
function flag(name: string, set: boolean): number[] {
  return [...text(1, name), ...number(3, Number(set)), ...number(20, 2)];
}

function number(field: number, value: number): number[] {
  return [...varint(field << 3), ...varint(value)];
}

function text(field: number, value: string): number[] {
  return message(field, [...Buffer.from(value)]);
}

function message(field: number, bytes: number[]): number[] {
  return [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes];
}

/** Seven bits a byte, the lowest first; the top bit tells that more follow. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}
