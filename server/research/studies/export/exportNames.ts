/** Names of exported files: BIDS takes letters and digits, and a name must not come twice. */
export class ExportNames {
  private readonly taken = new Map<string, string>();
  private readonly used = new Set<string>();

  /** A BIDS label for a word (a participant, a piece, a scale): the same for the same word of its kind. */
  label(kind: string, word: string): string {
    const key = `${kind} ${word}`;
    const known = this.taken.get(key);
    if (known !== undefined) return known;
    const plain = word.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '') || kind;
    let label = plain;
    // File systems that know no case would lay one over the other.
    for (let copy = 2; this.used.has(`${kind} ${label.toLowerCase()}`); copy++) label = `${plain}x${copy}`;
    this.used.add(`${kind} ${label.toLowerCase()}`);
    this.taken.set(key, label);
    return label;
  }
}
