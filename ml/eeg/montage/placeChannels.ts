import { biosemi32, biosemi64 } from './channelOrders';
import { commonReferenceOf, findSite, type FoundSite } from './findSite';
import { sitePositions, type SitePosition } from './sitePositions';

/** A channel of a recording and where it lies. */
export interface PlacedChannel {
  channel: string;
  /** By its name today ("T7" for a channel called "T3"); null where it has no place. */
  site: string | null;
  position: SitePosition | null;
  /** Why it has no place, in words. */
  why: string | null;
}

/**
 * Where the channels of one recording lie. All are looked at together, as `C3` is a place in most recordings and the
 * label of another electrode where a cap numbers its electrodes A1, A2, A3 and on (BioSemi). No place is given twice.
 *
 * @param names as the file has them
 */
export function placeChannels(names: readonly string[]): PlacedChannel[] {
  const against = commonReferenceOf(names);
  const siteOf = isNumbered(names) ? numberedSites(names) : (name: string) => findSite(name, against);
  const taken = new Map<string, string>();
  return names.map((channel): PlacedChannel => {
    const found = siteOf(channel);
    if (found.site === null) return { channel, site: null, position: null, why: found.why };
    const first = taken.get(found.site);
    if (first !== undefined)
      return { channel, site: null, position: null, why: `"${first}" lies at ${found.site} already` };
    taken.set(found.site, channel);
    return { channel, site: found.site, position: sitePositions.get(found.site)!, why: null };
  });
}

/** A letter of a bundle of electrodes and a number in it. */
const numbered = /^[A-I]\d{1,2}$/i;

/** A1 and A2 are ears where no A3 follows. */
const isNumbered = (names: readonly string[]) => names.some((name) => /^A(?:[3-9]|[1-3]\d)$/i.test(name));

function numberedSites(names: readonly string[]): (name: string) => FoundSite {
  const labels = names.filter((name) => numbered.test(name)).map((name) => name.toUpperCase());
  const layout = [biosemi64, biosemi32].find((sites) => isWholeCap(labels, sites.length));
  return (name) => {
    if (!numbered.test(name)) return findSite(name);
    if (layout) return { site: layout[placeInCap(name.toUpperCase())] };
    return {
      site: null,
      why: `a number of a cap of ${labels.length} electrodes, whose places are not known (of BioSemi's, those of 32 and 64 are)`,
    };
  };
}

/** The place of `A1` to `A32`, `B1` to `B32` in the order of a cap, from 0; NaN where none can be. */
function placeInCap(label: string): number {
  const number = Number(label.slice(1));
  return number >= 1 && number <= 32 ? 32 * (label.charCodeAt(0) - 65) + number - 1 : NaN;
}

const isWholeCap = (labels: readonly string[], electrodes: number): boolean =>
  new Set(labels).size === electrodes && labels.every((label) => placeInCap(label) < electrodes);
