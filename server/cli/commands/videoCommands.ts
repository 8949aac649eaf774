import type { Command } from 'commander';
import type { CommandContext } from '../commandContext';
import { addVideoDescribe } from './videoDescribeCommand';

/** `video ...`: what editors of film need, one file a subcommand. */
export function addVideoCommands(program: Command, context: CommandContext): void {
  const video = program.command('video').description('the files of editing programs: timelines and markers');
  addVideoDescribe(video, context);
}
