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
 */
export function findSite(name: string): FoundSite {
  const bare = bareName(name);
  const [first, ...others] = bare.split(/[-/:]/).map((part) => part.trim());
  if (others.some((other) => byCapitals.has(other.toUpperCase())))
    return { site: null, why: `a difference of two electrodes (${bare}) lies at no one place` };
  if (others.some((other) => !reference.test(other))) return unknown(name);
  return siteOf(first) ?? siteOf(first.replace(/[AM][12]$/i, '')) ?? unplaced(first, name);
}

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
