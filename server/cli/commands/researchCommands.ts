import type { Command } from 'commander';
import type { CommandContext } from '../commandContext';
import { addResearchDescribe } from './researchDescribeCommand';
import { addResearchReport } from './researchReportCommand';
import { addResearchFeatures } from './researchFeaturesCommand';

/** `research ...`: the tools of a study, one file a subcommand. */
export function addResearchCommands(program: Command, context: CommandContext): void {
  const research = program
    .command('research')
    .description(
      'from music to felt emotion to the brain: read recordings, compute features, analyse studies',
    );
  addResearchDescribe(research, context);
  addResearchReport(research, context);
  addResearchFeatures(research, context);
}
