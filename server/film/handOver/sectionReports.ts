import type { FilmProject } from '../projects/filmProject';
import { clipGain, type MadeMedia } from './describedFilm';

/** What became of a section. */
export interface SectionReport {
  cueId: string;
  cue: string;
  title: string;
  isAlternate: boolean;
  /** Below the folder that is handed over. */
  mediaPath: string;
  /** As it is in the file; null for silence and for less than 400 ms. */
  integratedLufs: number | null;
  truePeakDb: number | null;
  /** What was done to it for the loudness target. */
  gainDecibels: number;
  /** How much louder it would have to be for the target, and would clip. */
  reducedDecibels: number;
  /** The gain that programs are told for its clip, and how much of what was asked for it would clip. */
  clipGainDecibels: number;
  clipReducedDecibels: number;
}

export function sectionReports(media: MadeMedia[]): SectionReport[] {
  return media.map((made) => {
    const { cue, sound, section, isAlternate, mediaPath, rendered } = made;
    const { integratedLufs, truePeakDb, gainDecibels, reducedDecibels } = rendered;
    const clipGainDecibels = clipGain(made);
    return {
      ...{ cueId: cue.id, cue: cue.name, title: sound.title, isAlternate, mediaPath },
      ...{ integratedLufs, truePeakDb, gainDecibels, reducedDecibels, clipGainDecibels },
      clipReducedDecibels: section.gainDecibels - clipGainDecibels,
    };
  });
}

/** Less than this is rounding, in decibels. */
const leastTold = 0.05;

/** What of a hand-over a person should know, in plain words. */
export function remarksOf(project: FilmProject, sections: SectionReport[]): string[] {
  const target = project.loudnessTargetLufs;
  const bare = project.cues.filter(({ chosen }) => chosen === null);
  return [
    ...bare.map(({ name }) => `"${name}" has no chosen music: it is not handed over.`),
    ...sections.flatMap(({ cue, title, reducedDecibels, clipReducedDecibels, ...section }) => [
      ...(reducedDecibels > leastTold
        ? [
            `"${cue}", ${title}: ${reducedDecibels.toFixed(1)} dB ` +
              (target === null ? 'were taken off' : `are missing to ${target} LUFS`) +
              `, or it would clip.`,
          ]
        : []),
      ...(clipReducedDecibels > leastTold
        ? [
            `"${cue}", ${title}: its gain is ${clipReducedDecibels.toFixed(1)} dB less than asked, or it would clip.`,
          ]
        : []),
      ...(target !== null && section.integratedLufs === null
        ? [`"${cue}", ${title}: too short or too quiet to measure; its level is as it was.`]
        : []),
    ]),
  ];
}
