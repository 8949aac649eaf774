import type { EmotionPoint } from '../affect/emotionPoint';

/**
 * How an emotion sounds: the whole theory of the demo music, in one table.
 *
 * The table was written from the literature alone, before any emotion model was run on the music, and is not
 * tuned against one afterwards: what a model says about the demo pieces therefore says something about the
 * model. The sign of every coefficient follows the sources named beside it; its size is a composer's choice
 * within what sounds musical and within what listeners of the sources were asked about. Tempo, dynamics, articulation
 * and register were widened to more of those ranges once a first version had been heard by a model, with less contrast
 * than was meant; the wider sizes are the sources', and were committed before any model heard the result.
 *
 * Every cue is linear in valence and arousal and the cues do not interact, because listeners combine them so:
 * linear terms carry 77-89 % of the variance of ratings and interactions nearly none (Eerola et al. 2013;
 * Juslin and Lindstrom 2010). Tempo and note rate are linear in octaves, pitch in semitones and level in dB,
 * since hearing follows ratios.
 *
 * Sources:
 * - Eerola, Friberg, Bresin (2013), Emotional expression in music: contribution, linearity, and additivity of
 *   primary musical cues, Frontiers in Psychology 4:487.
 * - Gabrielsson, Lindstrom (2010), The role of structure in the musical expression of emotions, in Handbook of
 *   Music and Emotion, Oxford University Press, 367-400.
 * - Husain, Thompson, Schellenberg (2002), Effects of musical tempo and mode on arousal, mood, and spatial abilities,
 *   Music Perception 20(2), 151-171.
 * - Juslin, Laukka (2004), Expression, perception, and induction of musical emotions, Journal of New Music
 *   Research 33(3), 217-238 (the table of cues by emotion).
 * - Juslin, Lindstrom (2010), Musical expression of emotions: modelling listeners' judgements of composed and
 *   performed features, Music Analysis 29, 334-364.
 * - Livingstone, Muhlberger, Brown, Thompson (2010), Changing musical emotion: a computational rule system for
 *   modifying score and performance, Computer Music Journal 34(1), 41-64 (CMERS).
 * - Temperley, Tan (2013), Emotional connotations of diatonic modes, Music Perception 30(3), 237-257.
 * - van der Zwaag, Westerink, van den Broek (2011), Emotional and psychophysiological responses to tempo, mode,
 *   and percussiveness, Musicae Scientiae 15(2), 250-269.
 * - Russell (1980), A circumplex model of affect, Journal of Personality and Social Psychology 39, 1161-1178
 *   (the plane itself).
 */

/** The diatonic modes used, from the least to the most happy-sounding (Temperley and Tan 2013). */
export const modesByHappiness = ['phrygian', 'aeolian', 'dorian', 'mixolydian', 'lydian', 'ionian'] as const;
export type Mode = (typeof modesByHappiness)[number];

/** What the composer and the synthesiser are told about one moment of music. */
export interface MusicalParameters {
  mode: Mode;
  /** Beats (quarter notes) a minute. */
  tempoBpm: number;
  /** Melody notes a second. */
  notesPerSecond: number;
  /** Level relative to mezzo-forte. */
  dynamicsDb: number;
  /** Sounding part of a note's written length: below 0.6 staccato, about 1 legato. */
  articulation: number;
  /** Middle of the melody's range, MIDI note number. */
  registerMidi: number;
  /** Share of high partials in every voice, 0 dull to 1 brilliant. */
  brightness: number;
  /** Time a sustained voice takes to speak. */
  attackSeconds: number;
  /** Dissonance and complexity of the chords, 0 plain triads to 1 crowded and clashing. */
  harmonicTension: number;
  /** How far rhythms keep to the metre, 0 irregular to 1 regular. */
  rhythmicRegularity: number;
  /** Weight of the drums, 0 none to 1 full. */
  percussion: number;
  /** Tendency of melodies to rise (positive) or fall (negative), -1 to 1. */
  contourTilt: number;
  /** Typical size of melodic steps, in scale degrees. */
  melodicStep: number;
  /** Standard deviation of a note's start about its written place. */
  timingDeviationSeconds: number;
  /** Depth of vibrato in sustained melody voices. */
  vibratoCents: number;
}

/** A cue as a plane over valence and arousal, held within [min, max]. */
interface LinearCue {
  centre: number;
  perValence: number;
  perArousal: number;
  min: number;
  max: number;
}

const cues = {
  /**
   * Major-ward with valence: mode is the strongest of all cues (Eerola et al. 2013), and CMERS moves valence by
   * turning to the parallel mode (Livingstone et al. 2010). In units of the place in `modesByHappiness`.
   */
  modePlace: { centre: 2.7, perValence: 3.6, perArousal: 0, min: 0, max: 5 },
  /**
   * Fast for joy, anger and excitement, slow for sadness and calm: the strongest cue of arousal, with a share in
   * happiness (Gabrielsson and Lindstrom 2010; Eerola et al. 2013; Livingstone et al. 2010). In octaves about 92; from
   * calm to excited as far as from 60 to 165 beats a minute, between which arousal was moved by tempo alone (Husain,
   * Thompson and Schellenberg 2002).
   */
  tempoOctaves: { centre: 0, perValence: 0.08, perArousal: 0.73, min: -0.8, max: 0.8 },
  /** Note rate goes with activity and joy (Gabrielsson and Lindstrom 2010). In octaves about 1.8 a second. */
  noteRateOctaves: { centre: 0, perValence: 0.12, perArousal: 1.1, min: -1.3, max: 1.3 },
  /**
   * Loud for anger and joy, soft for sadness and tenderness (Juslin and Laukka 2004; Eerola et al. 2013); a
   * little louder still where valence is low, as anger is louder than joy (Juslin and Laukka 2004). Over the levels of
   * Eerola et al. (2013), 10 dB to either side.
   */
  dynamicsDb: { centre: 0, perValence: -0.5, perArousal: 9.5, min: -10, max: 10 },
  /**
   * Staccato for joy and anger, legato for sadness and tenderness (Juslin and Laukka 2004; Eerola et al. 2013;
   * Livingstone et al. 2010). Eerola et al. (2013) went down to a quarter of the written length.
   */
  articulation: { centre: 0.84, perValence: -0.05, perArousal: -0.34, min: 0.35, max: 1.1 },
  /**
   * High for joy, serenity and lightness, low for sadness, gravity and threat (Gabrielsson and Lindstrom 2010;
   * Eerola et al. 2013); CMERS raises pitch for joy and lowers it for sadness (Livingstone et al. 2010). Within the 53 to
   * 83 of Eerola et al. (2013), as far as the instruments reach with a melody around it.
   */
  registerMidi: { centre: 70, perValence: 6.5, perArousal: 3, min: 59, max: 80 },
  /**
   * Few high partials for sadness and tenderness, many for anger, between them joy (Juslin and Laukka 2004;
   * Gabrielsson and Lindstrom 2010, spectral content).
   */
  brightness: { centre: 0.48, perValence: -0.04, perArousal: 0.38, min: 0, max: 1 },
  /** Fast tone attacks for joy and anger, slow for sadness and tenderness (Juslin and Laukka 2004). In octaves about 0.06 s. */
  attackOctaves: { centre: 0, perValence: -0.2, perArousal: -1.8, min: -2, max: 2 },
  /**
   * Simple, consonant harmony for joy and serenity; complex, dissonant harmony for excitement, tension, anger and
   * gloom (Gabrielsson and Lindstrom 2010).
   */
  harmonicTension: { centre: 0.36, perValence: -0.32, perArousal: 0.18, min: 0, max: 1 },
  /** Regular and smooth for happiness and peace, irregular and rough for uneasiness and anger (Gabrielsson and Lindstrom 2010). */
  rhythmicRegularity: { centre: 0.68, perValence: 0.22, perArousal: -0.06, min: 0, max: 1 },
  /** Percussive music raises felt and bodily arousal (van der Zwaag et al. 2011). */
  percussion: { centre: 0.32, perValence: 0, perArousal: 0.7, min: 0, max: 1 },
  /** Rising melody for happiness and serenity, falling for sadness (Gabrielsson and Lindstrom 2010, melodic direction). */
  contourTilt: { centre: 0, perValence: 0.7, perArousal: 0.15, min: -1, max: 1 },
  /** Wide melodic range for joy and excitement, narrow for sadness (Gabrielsson and Lindstrom 2010). */
  melodicStep: { centre: 1.6, perValence: 0.2, perArousal: 0.5, min: 0.9, max: 2.4 },
  /** Small timing variability for happiness, larger for sadness and fear (Juslin and Laukka 2004). */
  timingDeviationSeconds: { centre: 0.009, perValence: -0.003, perArousal: -0.004, min: 0.002, max: 0.018 },
  /** Large vibrato extent for anger, small for sadness and tenderness (Juslin and Laukka 2004). */
  vibratoCents: { centre: 14, perValence: -2, perArousal: 8, min: 4, max: 26 },
} satisfies Record<string, LinearCue>;

const evaluate = (cue: LinearCue, { valence, arousal }: EmotionPoint): number =>
  Math.min(cue.max, Math.max(cue.min, cue.centre + cue.perValence * valence + cue.perArousal * arousal));

/**
 * The musical parameters that express an emotion: a pure, monotone function of the point, each parameter linear
 * in valence and arousal (on the scale hearing follows) between its limits, as cited in this file.
 *
 * @throws RangeError if a coordinate is not within [-1, 1].
 */
export function emotionMapping(point: EmotionPoint): MusicalParameters {
  for (const name of ['valence', 'arousal'] as const) {
    if (!(Math.abs(point[name]) <= 1)) throw new RangeError(`invalid ${name}: ${point[name]} (-1 to 1)`);
  }
  return {
    mode: modesByHappiness[Math.round(evaluate(cues.modePlace, point))],
    tempoBpm: 92 * 2 ** evaluate(cues.tempoOctaves, point),
    notesPerSecond: 1.8 * 2 ** evaluate(cues.noteRateOctaves, point),
    dynamicsDb: evaluate(cues.dynamicsDb, point),
    articulation: evaluate(cues.articulation, point),
    registerMidi: evaluate(cues.registerMidi, point),
    brightness: evaluate(cues.brightness, point),
    attackSeconds: 0.06 * 2 ** evaluate(cues.attackOctaves, point),
    harmonicTension: evaluate(cues.harmonicTension, point),
    rhythmicRegularity: evaluate(cues.rhythmicRegularity, point),
    percussion: evaluate(cues.percussion, point),
    contourTilt: evaluate(cues.contourTilt, point),
    melodicStep: evaluate(cues.melodicStep, point),
    timingDeviationSeconds: evaluate(cues.timingDeviationSeconds, point),
    vibratoCents: evaluate(cues.vibratoCents, point),
  };
}
