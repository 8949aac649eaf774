/** How often something was found in so many studies. */
interface Count {
  found: number;
  studies: number;
}

/** Counts by name, in the order in which they were first counted. */
export class Counts {
  private readonly counts = new Map<string, Count>();

  add(name: string, found: boolean): void {
    const { found: before, studies } = this.counts.get(name) ?? { found: 0, studies: 0 };
    this.counts.set(name, { found: before + Number(found), studies: studies + 1 });
  }

  /** `name: 0.052 (21 of 400, 95 % from 0.034 to 0.079)`, a line each. */
  lines(): string[] {
    return [...this.counts].map(([name, count]) => {
      const [low, high] = wilson(count);
      const share = (count.found / count.studies).toFixed(3);
      return `${name}: ${share} (${count.found} of ${count.studies}, 95 % from ${low.toFixed(3)} to ${high.toFixed(3)})`;
    });
  }

  shares(): Record<string, number> {
    return Object.fromEntries([...this.counts].map(([name, { found, studies }]) => [name, found / studies]));
  }
}

/** The 95 % interval of a share by Wilson's score (1927). */
function wilson({ found, studies }: Count): [number, number] {
  const z = 1.959964;
  const share = found / studies;
  const centre = share + z ** 2 / (2 * studies);
  const reach = z * Math.sqrt((share * (1 - share)) / studies + z ** 2 / (4 * studies ** 2));
  const whole = 1 + z ** 2 / studies;
  return [Math.max(0, centre - reach) / whole, Math.min(whole, centre + reach) / whole];
}
