import type { Command } from 'commander';
import type { CommandContext } from '../commandContext';
import { addResearchAnalyses } from './researchAnalyseCommands';
import { addResearchDescribe } from './researchDescribeCommand';
import { addResearchEegSet } from './researchEegSetCommand';
import { addResearchEntropy } from './researchEntropyCommand';
import { addResearchFeatures } from './researchFeaturesCommand';
import { addResearchQueryEeg } from './researchQueryEegCommand';
import { addResearchReport } from './researchReportCommand';
import { addResearchSimulateEeg } from './researchSimulateEegCommand';
import { addResearchStudy } from './researchStudyCommand';
import { addResearchTrainEeg } from './researchTrainEegCommand';

/** `research ...`: the tools of a study, one file a subcommand. */
export function addResearchCommands(program: Command, context: CommandContext): void {
  const research = program
    .command('research')
    .description(
      'from music to felt emotion to the brain: read recordings, compute features, analyse studies',
    );
  addResearchDescribe(research, context);
  addResearchStudy(research, context);
  addResearchAnalyses(research, context);
  addResearchReport(research, context);
  addResearchFeatures(research, context);
  addResearchEntropy(research, context);
  addResearchSimulateEeg(research, context);
  addResearchEegSet(research, context);
  addResearchTrainEeg(research, context);
  addResearchQueryEeg(research, context);
}
