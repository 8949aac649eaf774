import { Command } from 'commander';
import { vi } from 'vitest';
import { addResearchCommands } from '../commands/researchCommands';
import { Output } from '../output';

/** What a command wrote to standard output and the status it ended with. */
export interface Written {
  text: string;
  status: number;
}

/** Runs `research ...` within this process. Rejects with what the command throws. */
export async function runResearch(json: boolean, ...args: string[]): Promise<Written> {
  let text = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  let status = 0;
  const program = new Command().exitOverride();
  addResearchCommands(program, {
    output: () => new Output(json),
    run: async (command) => {
      status = await command();
    },
  });
  try {
    await program.parseAsync(['research', ...args], { from: 'user' });
    return { text, status };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
