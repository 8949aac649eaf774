import { type Dimension } from '../affect/dimension';
import { requireCorrection } from './correction';
import { eachAxis } from './eachAxis';
import { defaultEarSettings, type EarAxisSettings, type EarSettings } from './earSettings';
import { hearCorrections, type HeardCorrections, type KnownCorrections, logEvidence } from './logEvidence';

const shares = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** What is tried for each setting: steps that some hundred corrections can tell apart. */
const tried = { zero: shares, slope: shares, smooth: shares, noise: [0.03, 0.05, 0.08, 0.12, 0.18, 0.27] };
const triedReaches = [0.25, 0.35, 0.5, 0.7, 1, 1.4];

/**
 * The settings by which corrections are likeliest (marginal likelihood: Rasmussen and Williams 2006, section 5.4.1), of those
 * tried: for each reach and axis, one setting after the other is set to its best until none gets better, from the best of the
 * reach before. Noise is that of the corrections told: of labels meaned over many listeners it is less than one person's.
 *
 * @throws RangeError where there is no correction, or one of a track that the library has not or outside of the plane.
 */
export function chooseEarSettings(known: readonly KnownCorrections[]): EarSettings {
  if (known.every(({ corrections }) => corrections.length === 0)) {
    throw new RangeError('invalid corrections: none (at least one)');
  }
  for (const { library, corrections } of known) {
    for (const correction of corrections) requireCorrection(library, correction);
  }
  let latest = defaultEarSettings;
  let best = { settings: latest, evidence: -Infinity };
  for (const reach of triedReaches) {
    const heard = known.map((one) => hearCorrections(one, reach));
    const { valence, arousal } = eachAxis((dimension) => bestAxis(heard, dimension, latest.axes[dimension]));
    latest = { reach, axes: { valence: valence.settings, arousal: arousal.settings } };
    const evidence = valence.evidence + arousal.evidence;
    if (evidence > best.evidence) best = { settings: latest, evidence };
  }
  return best.settings;
}

interface Judged {
  settings: EarAxisSettings;
  evidence: number;
}

function bestAxis(known: readonly HeardCorrections[], dimension: Dimension, start: EarAxisSettings): Judged {
  const judge = (settings: EarAxisSettings): Judged => ({
    settings,
    evidence: known.reduce((sum, one) => sum + logEvidence(one, dimension, settings), 0),
  });
  let best = judge(start);
  for (let before = -Infinity; best.evidence > before;) {
    before = best.evidence;
    for (const name of ['zero', 'slope', 'smooth', 'noise'] as const) {
      const others = tried[name].map((value) => judge(withSetting(best.settings, name, value)));
      best = others.reduce((one, other) => (other.evidence > one.evidence ? other : one), best);
    }
  }
  return best;
}

/** Another value of a setting; of a share, with the other shares made smaller where they would sum to more than 1. */
function withSetting(settings: EarAxisSettings, name: keyof EarAxisSettings, value: number): EarAxisSettings {
  if (name === 'noise') return { ...settings, noise: value };
  const others: EarAxisSettings = { ...settings, [name]: 0 };
  const fitting = Math.min(1, (1 - value) / (others.zero + others.slope + others.smooth));
  const fitted: EarAxisSettings = {
    zero: others.zero * fitting,
    slope: others.slope * fitting,
    smooth: others.smooth * fitting,
    noise: others.noise,
  };
  return { ...fitted, [name]: value };
}
