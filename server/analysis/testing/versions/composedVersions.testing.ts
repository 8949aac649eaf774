import { composePiece } from '@/ml/composer/composePiece';
import { renderScore } from '@/ml/composer/renderScore';
import { intoRange, type Note, type Score, type VoiceName } from '@/ml/composer/score';
import { createRandom } from '@/ml/random';
import type { PcmChunk } from '@/ml/audio/pcm';
import { excerptSeconds, type VersionPiece } from './versionSounds.testing';

const drums: readonly VoiceName[] = ['kick', 'snare', 'lowDrum', 'hat', 'shaker', 'cymbal'];
const leads: readonly VoiceName[] = ['flute', 'bowedString', 'pluckedString', 'mallet', 'keys', 'bell'];
const otherInstrument: Partial<Record<VoiceName, VoiceName>> = {
  pluckedString: 'keys',
  keys: 'mallet',
  mallet: 'bell',
  bell: 'pluckedString',
  flute: 'bowedString',
  bowedString: 'flute',
};

/** A piece of the house's composer without each of its voices, without its drums, and by other instruments. */
export function composedVersions(number: number): VersionPiece {
  const score = scoreOf(number);
  const voices = [...new Set(score.notes.map(({ voice }) => voice))];
  const version = (name: string, notes: Note[]) => ({ name, sound: renderScore({ ...score, notes }) });
  const without = (left: readonly VoiceName[]) => score.notes.filter(({ voice }) => !left.includes(voice));
  const pitched = voices.filter((voice) => !drums.includes(voice));
  const versions = pitched.map((voice) => version(`no ${voice}`, without([voice])));
  if (pitched.length < voices.length) versions.push(version('no drums', without(drums)));
  versions.push(version('other instruments', score.notes.map(byOtherInstrument)));
  return { name: `composed ${number}`, original: renderScore(score), versions };
}

/** The melody alone, by the lead that has the most notes. */
export function composedVoice(number: number): PcmChunk {
  const score = scoreOf(5000 + number);
  const [notes] = leads
    .map((lead) => score.notes.filter(({ voice }) => voice === lead))
    .sort((a, b) => b.length - a.length);
  return renderScore({ ...score, notes });
}

function scoreOf(number: number): Score {
  const random = createRandom(number, 'versions');
  const keyPoints = [0, excerptSeconds].map((t) => ({
    t,
    valence: random.between(-0.9, 0.9),
    arousal: random.between(-0.9, 0.9),
  }));
  const slug = `versions-${number}`;
  return composePiece({
    ...{ slug, title: slug, durationSeconds: excerptSeconds },
    ...{ seed: 1000 + number, keyPoints, moving: true },
  });
}

function byOtherInstrument(note: Note): Note {
  const voice = otherInstrument[note.voice] ?? note.voice;
  return { ...note, voice, midi: intoRange(note.midi, voice) };
}
