/** Pieces cross over for so long, which ends so long after the beat: its stroke is heard once. */
export const crossSeconds = 0.03;
export const beforeBeatSeconds = 0.025;

/**
 * One sound crossing over into another of the same length: by equal power, or by equal gain as far as both are the same,
 * so that the level stays.
 */
export function crossed(out: Float32Array, into: Float32Array): Float32Array {
  const likeness = correlation(out, into);
  return out.map((value, place) => {
    const turn = (((place + 0.5) / out.length) * Math.PI) / 2;
    const [fall, rise] = [Math.cos(turn), Math.sin(turn)];
    return (value * fall + into[place] * rise) / Math.sqrt(1 + 2 * likeness * fall * rise);
  });
}

/** 0 to 1. */
function correlation(a: Float32Array, b: Float32Array): number {
  let [product, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    ofA += a[i] * a[i];
    ofB += b[i] * b[i];
  }
  return ofA > 0 && ofB > 0 ? Math.max(0, product / Math.sqrt(ofA * ofB)) : 0;
}
