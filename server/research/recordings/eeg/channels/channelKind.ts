import type { EegChannelKind } from '../eegRecording';

/** Names by which recorders mark channels of another kind; the first that fits. */
const named: readonly [pattern: RegExp, kind: EegChannelKind][] = [
  [/^(status|trigger|sti ?014|stim)$/i, 'status'],
  [/eog|^[hv]eo/i, 'eog'],
  [/^(ecg|ekg)|[ _-](ecg|ekg)/i, 'ecg'],
  [/emg/i, 'emg'],
  [/^(eeg[ _-]|electrode)/i, 'eeg'],
  [/^(gsr|resp|pleth|temp|acc|gyro|aux|light|battery|spo2|sao2|pulse|dig |event)/i, 'other'],
];

/** Electrodes of the 10-05 system, of BioSemi's caps (A1 to I32) and of Geodesic nets (E1 to E256). */
const electrode =
  /^((Fp|AF|F|FT|FC|FFC|FFT|FCC|FTT|AFF|AFp|T|TT|TP|TTP|TPP|C|CC|CP|CCP|CPP|P|PP|PO|PPO|POO|O|OI|I|N|M)(z|\d{1,2}h?)|[A-I]\d{1,2}|E\d{1,3})([-_ ].*)?$/i;

/** Names of the 10-20, 10-10 and 10-05 systems. */
const placed =
  /^(Fp|AF|F|FT|FC|FFC|FFT|FCC|FTT|AFF|AFp|TP|TTP|TPP|C|CP|CCP|CPP|P|PP|PO|PPO|POO|O|OI|I|T)(z|\d{1,2}h?)$/i;
/** Of these, names that nothing else is called: P1 and P2 may be people. */
const unmistakable = /z$|^(Fp|AF|FT|FC|TP|CP|PO)/i;

/** True for names of columns most of which are electrodes of the 10-05 system, some beyond doubt. */
export function nameElectrodes(names: readonly string[]): boolean {
  const electrodes = names.filter((name) => placed.test(name.trim()));
  const isMost = electrodes.length >= 2 && electrodes.length * 2 >= names.length;
  return isMost && electrodes.some((name) => unmistakable.test(name.trim()));
}

const voltage = /^(n|u|µ|μ|m)?V(olts?)?$|^microvolts?$/i;

/** What a channel measures by its name and unit; a voltage without a telling name is taken for EEG. */
export function channelKind(name: string, unit: string | null): EegChannelKind {
  const found = named.find(([pattern]) => pattern.test(name.trim()));
  if (found) return found[1];
  if (electrode.test(name.trim())) return 'eeg';
  return unit !== null && voltage.test(unit.trim()) ? 'eeg' : 'other';
}
