import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a tool of the system may take, whoever still watches it. */
export interface ToolLimits {
  /** Memory of its own, bytes. */
  memoryBytes: number;
  processorSeconds: number;
}

/** A program to be started, and the first of what it is told. */
export interface ToolCommand {
  program: string;
  first: string[];
}

const bounded = new Map<string, Promise<boolean>>();

/**
 * How a tool is started so that the system itself bounds it: by prlimit of util-linux, which becomes that tool. Where there
 * is none, as on macOS, the tool alone.
 */
export async function boundedTool(tool: string, limits: ToolLimits): Promise<ToolCommand> {
  const { memoryBytes, processorSeconds } = limits;
  const asked = [`--data=${memoryBytes}:`, `--cpu=${processorSeconds}:`];
  return (await canBound(asked))
    ? { program: 'prlimit', first: [...asked, tool] }
    : { program: tool, first: [] };
}

/** Whether such limits can be set here, tried once. */
function canBound(asked: string[]): Promise<boolean> {
  const key = asked.join(' ');
  const tried = bounded.get(key) ?? tryLimits(asked);
  bounded.set(key, tried);
  return tried;
}

async function tryLimits(asked: string[]): Promise<boolean> {
  try {
    await promisify(execFile)('prlimit', [...asked, 'true'], { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
