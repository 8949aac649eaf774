/** Most characters of a reel. */
const longest = 8;

/**
 * A reel for each file, of at most eight capitals, digits and underscores, none twice: "Media/01 Dämmerung.wav" is "01_DAMME".
 *
 * @param paths of media files; one that comes twice has one reel
 */
export function reelNames(paths: readonly string[]): Map<string, string> {
  const reels = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of new Set(paths)) {
    const plain = plainName(path);
    let reel = plain.slice(0, longest);
    for (let number = 2; taken.has(reel); number++) {
      reel = `${plain.slice(0, longest - 1 - String(number).length)}_${number}`;
    }
    taken.add(reel);
    reels.set(path, reel);
  }
  return reels;
}

function plainName(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const letters = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase();
  // BL is black and AX an unnamed source in every reader.
  const plain = letters.replace(/[^A-Z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return plain === '' || plain === 'BL' || plain === 'AX' ? `REEL_${plain}` : plain;
}
