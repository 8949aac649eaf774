import { deflateSync } from 'node:zlib';

/** What to write into a MAT-file of version 5. */
export type MatToWrite =
  | number
  | string
  | { numbers: Float64Array | Float32Array | Int16Array; dimensions: number[] }
  | { cells: MatToWrite[] }
  | { struct: Record<string, MatToWrite>[]; names?: string[]; object?: string };

/** How it is written. */
export interface MatStyle {
  isPacked?: boolean;
  bigEndian?: boolean;
}

/** A MAT-file of version 5 with these variables. */
export function matBytes(variables: Record<string, MatToWrite>, style: MatStyle = {}): Buffer {
  const header = Buffer.alloc(128, ' ');
  header.write('MATLAB 5.0 MAT-file, Platform: GLNXA64');
  header[124] = style.bigEndian ? 1 : 0;
  header[125] = style.bigEndian ? 0 : 1;
  header.write(style.bigEndian ? 'MI' : 'IM', 126);
  const written = Object.entries(variables).map(([name, value]) => {
    const plain = matrix(value, name, style);
    if (!style.isPacked) return plain;
    const packed = deflateSync(plain);
    return Buffer.concat([words([15, packed.length], style), packed]);
  });
  return Buffer.concat([header, ...written]);
}

function words(values: readonly number[], { bigEndian }: MatStyle): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) =>
    bigEndian ? bytes.writeInt32BE(value, index * 4) : bytes.writeInt32LE(value, index * 4),
  );
  return bytes;
}

function element(type: number, data: Buffer, style: MatStyle): Buffer {
  const padding = Buffer.alloc((8 - (data.length % 8)) % 8);
  return Buffer.concat([words([type, data.length], style), data, padding]);
}

const classes = { double: 6, single: 7, int16: 10 };

function matrix(value: MatToWrite, name: string, style: MatStyle): Buffer {
  const body = content(value, style);
  const head = (className: number, dimensions: readonly number[]) => [
    element(6, words([className, 0], style), style),
    element(5, words(dimensions, style), style),
    element(1, Buffer.from(name), style),
  ];
  const parts = [...head(body.className, body.dimensions), ...body.parts];
  const data = Buffer.concat(parts);
  return Buffer.concat([words([14, data.length], style), data]);
}

function content(
  value: MatToWrite,
  style: MatStyle,
): { className: number; dimensions: number[]; parts: Buffer[] } {
  if (typeof value === 'number')
    return content({ numbers: Float64Array.of(value), dimensions: [1, 1] }, style);
  if (typeof value === 'string') {
    return { className: 4, dimensions: [1, value.length], parts: [element(16, Buffer.from(value), style)] };
  }
  if ('numbers' in value) return numbersContent(value, style);
  if ('cells' in value) {
    return {
      className: 1,
      dimensions: [1, value.cells.length],
      parts: value.cells.map((cell) => matrix(cell, '', style)),
    };
  }
  return structContent(value, style);
}

function numbersContent(
  { numbers, dimensions }: { numbers: Float64Array | Float32Array | Int16Array; dimensions: number[] },
  style: MatStyle,
) {
  const bytes = Buffer.from(numbers.slice().buffer);
  const [className, type] =
    numbers instanceof Float64Array
      ? [classes.double, 9]
      : numbers instanceof Float32Array
        ? [classes.single, 7]
        : [classes.int16, 3];
  if (style.bigEndian) {
    if (numbers.BYTES_PER_ELEMENT === 8) bytes.swap64();
    else if (numbers.BYTES_PER_ELEMENT === 4) bytes.swap32();
    else bytes.swap16();
  }
  return { className, dimensions, parts: [element(type, bytes, style)] };
}

function structContent(
  {
    struct,
    names = Object.keys(struct[0] ?? {}),
    object,
  }: { struct: Record<string, MatToWrite>[]; names?: string[]; object?: string },
  style: MatStyle,
) {
  const lengths = 32;
  const fieldNames = Buffer.alloc(names.length * lengths);
  names.forEach((name, index) => fieldNames.write(name, index * lengths));
  // The length of names lies within its tag, as MATLAB writes it.
  const small = style.bigEndian ? Buffer.from([0, 4, 0, 5]) : Buffer.from([5, 0, 4, 0]);
  const parts = [
    ...(object === undefined ? [] : [element(1, Buffer.from(object), style)]),
    Buffer.concat([small, words([lengths], style)]),
    element(1, fieldNames, style),
    ...struct.flatMap((fields) => names.map((name) => matrix(fields[name], '', style))),
  ];
  return { className: object === undefined ? 2 : 3, dimensions: [1, struct.length], parts };
}
