import { Command } from 'commander';
import { vi } from 'vitest';
import type { CommandContext } from '../commandContext';
import { Output } from '../output';

/** What a command wrote to standard output and the status it ended with. */
export interface Written {
  text: string;
  status: number;
}

/** Runs a command within this process. Rejects with what the command throws. */
export async function runRegistered(
  register: (program: Command, context: CommandContext) => void,
  args: string[],
  json: boolean,
): Promise<Written> {
  let text = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  let status = 0;
  const program = new Command().exitOverride();
  register(program, {
    output: () => new Output(json),
    run: async (command) => {
      status = await command();
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return { text, status };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
