import { recordedEntropy } from '../entropy/recordedEntropy';

/*
 * A program of its own: `node --import tsx memoryOfEntropy.testing.ts FILE` cleans and measures a recording, and prints
 * how many megabytes its memory grew to beyond what the program itself takes, and how many windows there are.
 */

const beforeKilobytes = process.resourceUsage().maxRSS;
const { windows } = await recordedEntropy(process.argv[2], {});
const grownMegabytes = (process.resourceUsage().maxRSS - beforeKilobytes) / 1024;
console.log(JSON.stringify({ grownMegabytes, windows: windows.startSeconds.length }));
