/** A typed array's bytes in base64 (little endian, as every machine this runs on is). */
export function toBase64(values: Float32Array | Int32Array | Int8Array | Uint8Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

/** Arrays of one length laid end to end. */
export function planar(...planes: Float32Array[]): Float32Array {
  const joined = new Float32Array(planes.reduce((sum, plane) => sum + plane.length, 0));
  let offset = 0;
  for (const plane of planes) {
    joined.set(plane, offset);
    offset += plane.length;
  }
  return joined;
}
