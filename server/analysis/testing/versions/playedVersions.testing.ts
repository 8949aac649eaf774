import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { composedVoice } from './composedVersions.testing';
import { busiestChannels, drumChannel, withoutChannel, withOtherPrograms } from './midiParts.testing';
import { decodeWhole, runProgram } from './soundTools.testing';
import { excerptSeconds, filtered, mixed, playMidi, type VersionPiece } from './versionSounds.testing';

const mostChannels = 5;

/** A MIDI file without each of its busiest channels, with other programs, and by other soundfonts than the first. */
export async function midiVersions(
  path: string,
  { folder, soundFonts }: { folder: string; soundFonts: string[] },
): Promise<VersionPiece> {
  const file = new Uint8Array(await readFile(path));
  const [soundFont, ...others] = soundFonts;
  const play = (midi: Uint8Array) => playMidi(midi, { folder, soundFont });
  const channels = busiestChannels(file).slice(0, mostChannels);
  const pitched = channels.filter((channel) => channel !== drumChannel);
  const versions: VersionPiece['versions'] = [];
  for (const channel of channels)
    versions.push({ name: `no channel ${channel + 1}`, sound: await play(withoutChannel(file, channel)) });
  for (const count of [1, mostChannels]) {
    const changed = new Set(pitched.slice(0, count));
    versions.push({ name: `${count} other programs`, sound: await play(withOtherPrograms(file, changed)) });
  }
  for (const other of others)
    versions.push({ name: basename(other), sound: await playMidi(file, { folder, soundFont: other }) });
  return { name: basename(path), original: await play(file), versions };
}

/** Decibels below the music at which another voice is mixed in. */
const voiceLevels = [0, -3, -6, -9, -12, -15, -18, -24];
/** What is taken out of music: what is alike in both channels, as karaoke does, and bands two octaves wide. */
const takenOut: readonly [name: string, filter: string][] = [
  ['centre cancelled', 'pan=stereo|c0=0.5*c0-0.5*c1|c1=0.5*c1-0.5*c0'],
  ['without 0.25 to 1 kHz', 'bandreject=f=500:width_type=o:w=2'],
  ['without 0.5 to 2 kHz', 'bandreject=f=1000:width_type=o:w=2'],
  ['without 1 to 4 kHz', 'bandreject=f=2000:width_type=o:w=2'],
];

/** An excerpt of recorded music with something taken out of it, and with another voice over it at several levels. */
export async function musicVersions(
  path: string,
  { folder, number }: { folder: string; number: number },
): Promise<VersionPiece> {
  const whole = join(folder, 'whole.wav');
  const excerpt = ['-ss', '8', '-t', String(excerptSeconds), '-i', path, '-ac', '2', '-ar', '44100', whole];
  await runProgram('ffmpeg', ['-v', 'error', '-y', ...excerpt]);
  const original = await decodeWhole(whole);
  const voice = await filtered(composedVoice(number), folder, ['-ar', '44100']);
  const versions: VersionPiece['versions'] = voiceLevels.map((level) => ({
    name: `a voice over it at ${level} dB`,
    sound: mixed(original, voice, level),
  }));
  for (const [name, filter] of takenOut)
    versions.push({ name, sound: await filtered(original, folder, ['-af', filter]) });
  return { name: basename(path), original, versions };
}
