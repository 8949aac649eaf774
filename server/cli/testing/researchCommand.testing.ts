import { addResearchCommands } from '../commands/researchCommands';
import { runRegistered, type Written } from './registeredCommand.testing';

export type { Written };

/** Runs `research ...` within this process. Rejects with what the command throws. */
export async function runResearch(json: boolean, ...args: string[]): Promise<Written> {
  return runRegistered(addResearchCommands, ['research', ...args], json);
}
