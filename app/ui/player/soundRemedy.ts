import { formatClock } from '../format';
import { serverReach } from '../lostServer/serverReach';

/** A sound that the browser gave up. */
interface SoundFault {
  /** The code of its MediaError. */
  code: number | undefined;
  /** The address it was asked under. */
  source: string;
  title: string;
  /** Where in it, in seconds. */
  position: number;
}

/** What to do about it. */
export type SoundRemedy =
  /** Nobody answers: to be asked for again once the server is back. */
  | { kind: 'wait' }
  /** The browser cannot play the file itself: to be asked for under this address, converted. */
  | { kind: 'convert'; source: string }
  /** Nothing, but to say why. */
  | { kind: 'tell'; words: string };

const tracks = /^\/api\/audio\/\d+$/;
/** MediaError.MEDIA_ERR_DECODE, which the tests' runtime does not know by name. */
const cannotDecode = 3;

/** Why a sound cannot be heard: asked of the server itself, as the browser says no more than that it could not. */
export async function soundRemedy({ code, source, title, position }: SoundFault): Promise<SoundRemedy> {
  const answer = await firstByte(source);
  if (answer === 'none') return { kind: 'wait' };
  if (answer !== 'whole') return { kind: 'tell', words: `“${title}” cannot be played: ${answer}` };
  if (tracks.test(source)) return { kind: 'convert', source: `${source}?as=wav` };
  const words =
    code === cannotDecode
      ? `The file is damaged at ${formatClock(position)} and cannot be played on from there.`
      : `“${title}” cannot be played by this browser.`;
  return { kind: 'tell', words };
}

/** 'whole' where the server sends the sound, 'none' where nobody answers, else the server's words. */
async function firstByte(source: string): Promise<string> {
  try {
    const response = await fetch(source, { headers: { range: 'bytes=0-0' } });
    if (response.ok) {
      await response.body?.cancel();
      return 'whole';
    }
    const { error } = (await response.json()) as { error?: string };
    return error ?? `the server answered ${response.status}`;
  } catch (error) {
    // An answer that is not JSON came from something between here and the server.
    if (error instanceof SyntaxError) return 'the server’s answer could not be read';
    serverReach.noteLost();
    return 'none';
  }
}
