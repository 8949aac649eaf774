/** A field of a Protocol Buffers message that holds text, bytes or another message. */
export interface ProtobufField {
  number: number;
  bytes: Uint8Array;
}

const wireTypes = { number: 0, eightBytes: 1, bytes: 2, fourBytes: 5 };

/**
 * The fields of a message that hold bytes, in order; numbers are passed over
 * (https://protobuf.dev/programming-guides/encoding).
 *
 * @throws RangeError for what is no such message.
 */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let power = 1; ; power *= 128) {
      const byte = message[at++];
      if (byte === undefined || power > 2 ** 63) throw broken();
      value += (byte & 127) * power;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const wireType = tag % 8;
    if (wireType === wireTypes.number) varint();
    else if (wireType === wireTypes.eightBytes) at += 8;
    else if (wireType === wireTypes.fourBytes) at += 4;
    else if (wireType === wireTypes.bytes) {
      const length = varint();
      if (length > message.length - at) throw broken();
      yield { number: Math.floor(tag / 8), bytes: message.subarray(at, at + length) };
      at += length;
    } else throw broken();
  }
}

function broken(): RangeError {
  return new RangeError('invalid graph: a field that does not end (it is damaged, or no ONNX)');
}

/** A field that holds bytes, as a message has it. */
export function protobufField(number: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([varintOf(8 * number + wireTypes.bytes), varintOf(bytes.length), bytes]);
}

function varintOf(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Uint8Array.of(...bytes, value);
}
