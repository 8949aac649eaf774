import type { PcmChunk } from '../audio/pcm';
import { master } from './master';
import { reverberate } from './reverb';
import type { Note, Score, VoiceName } from './score';
import { bass } from './voices/bass';
import { bell, mallet } from './voices/bell';
import { cymbal, hat, kick, lowDrum, shaker, snare } from './voices/drumVoices';
import { keys } from './voices/keys';
import { pluckedString } from './voices/pluckedString';
import { bowedString, flute, pad } from './voices/sustained';
import { sampleRateHz, type Voice } from './voices/voice';

/** An instrument's place at the mixing desk. */
interface Channel {
  voice: Voice;
  gainDb: number;
  /** How much of it goes into the room, relative to the score's share. */
  send: number;
}

const desk: Record<VoiceName, Channel> = {
  pluckedString: { voice: pluckedString, gainDb: -5, send: 1 },
  bell: { voice: bell, gainDb: -9, send: 1.5 },
  mallet: { voice: mallet, gainDb: -7, send: 1.1 },
  keys: { voice: keys, gainDb: -10.5, send: 1 },
  flute: { voice: flute, gainDb: -11.5, send: 1.4 },
  bowedString: { voice: bowedString, gainDb: -12, send: 1.3 },
  pad: { voice: pad, gainDb: -22.5, send: 1.2 },
  bass: { voice: bass, gainDb: -9, send: 0.15 },
  kick: { voice: kick, gainDb: -4, send: 0.15 },
  snare: { voice: snare, gainDb: -6, send: 0.8 },
  lowDrum: { voice: lowDrum, gainDb: -6, send: 0.8 },
  hat: { voice: hat, gainDb: -1, send: 0.3 },
  shaker: { voice: shaker, gainDb: -4, send: 0.5 },
  cymbal: { voice: cymbal, gainDb: -6, send: 0.8 },
};

/** The mix on its way: two direct channels and what goes into the room. */
interface Buses {
  left: Float32Array;
  right: Float32Array;
  room: Float32Array;
}

/** Adds a sound to a bus from a sample on; what lies beyond the bus's end is lost. */
function addSound(
  bus: Float32Array,
  sound: Float32Array,
  { start, gain }: { start: number; gain: number },
): void {
  const count = Math.min(sound.length, bus.length - start);
  for (let i = 0; i < count; i++) bus[start + i] += gain * sound[i];
}

/** Adds one note to the mix at its place between left and right, by equal power. */
function addNote(buses: Buses, note: Note, roomShare: number): void {
  const { voice, gainDb, send } = desk[note.voice];
  const sound = voice(note);
  const start = Math.round(note.startSeconds * sampleRateHz);
  const gain = 10 ** (gainDb / 20) * note.velocity ** 1.2;
  const angle = ((note.pan + 1) * Math.PI) / 4;
  addSound(buses.left, sound, { start, gain: gain * Math.cos(angle) * Math.SQRT2 });
  addSound(buses.right, sound, { start, gain: gain * Math.sin(angle) * Math.SQRT2 });
  addSound(buses.room, sound, { start, gain: gain * send * roomShare });
}

/**
 * Plays a score: stereo at 32 kHz, as long as the score says, never beyond full scale, beginning and ending in
 * silence. The same score gives the same samples wherever Math.sin, cos, exp, tanh and pow give the same last
 * bits; between engine versions they may differ in those, which no ear can tell.
 */
export function renderScore(score: Score): PcmChunk {
  const length = Math.round(score.durationSeconds * sampleRateHz);
  const buses: Buses = {
    left: new Float32Array(length),
    right: new Float32Array(length),
    room: new Float32Array(length),
  };
  for (const note of score.notes) addNote(buses, note, score.reverberationLevel);
  const [roomLeft, roomRight] = reverberate(buses.room, score.reverberationSeconds);
  for (let i = 0; i < length; i++) {
    buses.left[i] += roomLeft[i];
    buses.right[i] += roomRight[i];
  }
  master([buses.left, buses.right], score.levelDb);
  return { channels: [buses.left, buses.right], sampleRateHz };
}
