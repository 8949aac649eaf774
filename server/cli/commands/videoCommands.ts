import type { Command } from 'commander';
import type { CommandContext } from '../commandContext';
import { addVideoDescribe } from './videoDescribeCommand';
import { addVideoExport } from './videoExportCommand';
import { addVideoMatch } from './videoMatchCommand';

/** `video ...`: what editors of film need, one file a subcommand. */
export function addVideoCommands(program: Command, context: CommandContext): void {
  const video = program
    .command('video')
    .description('music for films: files of editing programs, and projects');
  addVideoDescribe(video, context);
  addVideoMatch(video, context);
  addVideoExport(video, context);
}
