import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { boundedTool } from './boundedTool';
import type { OpenFile } from './decodeFile';
import { ffmpegInput } from './ffmpegInput';
import type { CommonTags } from './readTagsInfo';

const tagTexts = z.record(z.string(), z.string()).default({});
const probeAnswer = z.object({
  format: z.object({ format_name: z.string().optional(), tags: tagTexts }).default({ tags: {} }),
  streams: z
    .array(z.object({ codec_type: z.string().optional(), codec_name: z.string().optional(), tags: tagTexts }))
    .default([]),
});

/** What ffprobe reads in a file that no parser here knows. */
export interface ProbedTags {
  common: CommonTags;
  container?: string;
  codec?: string;
}

/** Characters of an answer that are taken. */
const mostAnswer = 1 << 24;

/** What ffprobe may take: its timer is this process's, which may be ended before it. */
const limits = { memoryBytes: 1e9, processorSeconds: 20 };

const shown = 'format=format_name:format_tags:stream=codec_type,codec_name:stream_tags';

/** Asks ffprobe, which comes with ffmpeg, for a file's tags. Nothing where it is not installed or finds none. */
export async function probedTags(file: Pick<OpenFile, 'handle' | 'path'>): Promise<ProbedTags> {
  try {
    const { format, streams } = probeAnswer.parse(JSON.parse(await probe(file)));
    const sound = streams.find(({ codec_type: type }) => type === 'audio');
    // In a film in Ogg the picture's stream bears the name.
    const tags = [...streams.map((stream) => stream.tags), sound?.tags, format.tags];
    const common = commonOfProbe(Object.assign({}, ...tags) as Record<string, string>);
    return { common, container: format.format_name?.split(',')[0], codec: sound?.codec_name };
  } catch {
    return { common: {} };
  }
}

/** What ffprobe says within twenty seconds, as JSON. Throws where it is not installed, or says too much. */
async function probe(file: Pick<OpenFile, 'handle' | 'path'>): Promise<string> {
  const { address, stdio } = ffmpegInput(file);
  const question = ['-v', 'quiet', '-protocol_whitelist', 'file', '-show_entries', shown, '-of', 'json'];
  const { program, first } = await boundedTool('ffprobe', limits);
  const child = spawn(program, [...first, ...question, address], {
    stdio: ['ignore', 'pipe', 'ignore', ...stdio],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const output = child.stdout as Readable;
  child.on('error', (error) => output.destroy(error));
  try {
    let text = '';
    for await (const piece of output.setEncoding('utf8')) {
      text += String(piece);
      if (text.length > mostAnswer) throw new Error('the tags are too large');
    }
    return text;
  } finally {
    child.kill('SIGKILL');
  }
}

function commonOfProbe(tags: Record<string, string>): CommonTags {
  const byName = new Map(Object.entries(tags).map(([name, text]) => [name.toLowerCase(), text]));
  const [title, artist, album, genre] = ['title', 'artist', 'album', 'genre'].map((name) => byName.get(name));
  const year = /\d{4}/.exec(byName.get('date') ?? byName.get('year') ?? '');
  const track = /^\d+/.exec(byName.get('track') ?? '');
  return {
    ...(title && { title }),
    ...(artist && { artist, artists: [artist] }),
    ...(album && { album }),
    ...(genre && { genre: [genre] }),
    ...(year && { year: Number(year[0]) }),
    ...(track && { track: { no: Number(track[0]), of: null } }),
  };
}
