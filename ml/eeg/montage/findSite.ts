import { sitePositions } from './sitePositions';

/** What a channel's name means: a place on the head, or why none. */
export type FoundSite = { site: string } | { site: null; why: string };

/** Names of before 1991, by today's (American EEG Society 1991). */
const oldNames: Readonly<Record<string, string>> = { T3: 'T7', T4: 'T8', T5: 'P7', T6: 'P8' };

const byCapitals = new Map([
  ...[...sitePositions.keys()].map((site) => [site.toUpperCase(), site] as const),
  ...Object.entries(oldNames),
]);

/** What recordings are measured against, as it stands after a channel's name. */
const reference =
  /^(?:ref\d*|reference|le|re|lm|rm|av|avg|average|car|gnd|cle|nose|linked|[am][12]|[am]1\+?[am]2)$/i;
const ear = /^[AM][12]$/i;

/**
 * The place that a channel's name means, in any case: `Fp1`, `EEG FP1-REF`, `Fc5.`, `C3-A2`, `Cz (2)`, `RAW_TP9`, and
 * T3 to T6 for T7, T8, P7, P8.
 *
 * @param commonReference a site that all of a recording's channels are measured against, in capitals (`Fp1-Cz`, `Fp2-Cz`)
 */
export function findSite(name: string, commonReference?: string): FoundSite {
  const [first, ...others] = nameParts(name);
  const unlike = others.filter((other) => other.toUpperCase() !== commonReference && !reference.test(other));
  if (unlike.some((other) => siteOf(other)))
    return { site: null, why: `a difference of two electrodes (${name.trim()}) lies at no one place` };
  if (unlike.length > 0) return unknown(name);
  return siteOf(first) ?? siteOf(first.replace(/[AM][12]$/i, '')) ?? unplaced(first, name);
}

/**
 * The site that all channels named as differences of two are measured against, in capitals; none where they are measured
 * against several, or are fewer than three.
 */
export function commonReferenceOf(names: readonly string[]): string | undefined {
  const against = names
    .map(nameParts)
    .flatMap(([first, second]) =>
      second !== undefined && siteOf(first) && siteOf(second) ? [second.toUpperCase()] : [],
    );
  return against.length >= 3 && new Set(against).size === 1 ? against[0] : undefined;
}

const nameParts = (name: string): string[] =>
  bareName(name)
    .split(/[-/:]/)
    .map((part) => part.trim());

/** The name without what stands around it in files. */
const bareName = (name: string): string =>
  name
    .trim()
    .replace(/ \(\d+\)$/, '')
    .replace(/^(?:EEG|POL|RAW)[\s_-]+/i, '')
    .replace(/\.+$/, '')
    .trim();

function siteOf(name: string): FoundSite | null {
  const site = byCapitals.get(name.toUpperCase());
  return site === undefined ? null : { site };
}

function unplaced(bare: string, name: string): FoundSite {
  if (ear.test(bare)) return { site: null, why: 'an ear or mastoid, which serves as a reference' };
  if (/^E\d{1,3}$/i.test(bare))
    return { site: null, why: 'a number of an EGI net, which names no place of the 10-20 system' };
  return unknown(name);
}

const unknown = (name: string): FoundSite => ({
  site: null,
  why: `"${name}" is no name of the 10-20, 10-10 or 10-05 system`,
});
