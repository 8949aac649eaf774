import { constants, setPriority } from 'node:os';
import { embedFile } from './embedFile';
import { inspectModel } from './loadedModel';
import { analyseFile } from './analyseFile';
import { installedModel } from '../base/installedModel';
import { convertFile } from './convertFile';
import { failureOf } from './failureOf';
import { identifyFile, withSoundFile } from './identifyFile';
import type { AnalysisAnswer, AnalysisReport, AnalysisRequest } from './messages';
import { renderDemo } from './renderDemo';

/*
 * The entry of the analysis process: it answers one request at a time over its channel to the server, tells
 * progress at most four times a second, and ends when the server does.
 */

const progressIntervalMs = 250;

function send(report: AnalysisReport): void {
  process.send?.(report, (fault: Error | null) => {
    if (fault) process.exit();
  });
}

/** A listener that passes on progress, but not more often than it is worth. */
function throttledProgress(): (fraction: number, audioSeconds: number | null) => void {
  let lastMs = 0;
  return (fraction, audioSeconds) => {
    const now = Date.now();
    if (now - lastMs < progressIntervalMs) return;
    lastMs = now;
    send({ kind: 'progress', fraction: Math.min(1, Math.max(0, fraction)), audioSeconds });
  };
}

async function answer(request: AnalysisRequest): Promise<AnalysisAnswer> {
  const onProgress = throttledProgress();
  switch (request.kind) {
    case 'identify': {
      const identity = await identifyFile(request.path, (fraction) => onProgress(fraction, null));
      return { kind: 'identified', identity, modelVersion: installedModel().version };
    }
    case 'analyse':
      return { kind: 'analysed', analysis: await analyseFile(request.path, request.identity, onProgress) };
    case 'render':
      await renderDemo(request.slug, request.path);
      return { kind: 'rendered' };
    case 'convert':
      await withSoundFile(request.path, (file) =>
        convertFile(file, request.target, (fraction) => onProgress(fraction, null)),
      );
      return { kind: 'converted' };
    case 'inspect':
      return { kind: 'inspected', found: await inspectModel(request.model) };
    case 'embed':
      return { kind: 'embedded', embedding: await embedFile(request, onProgress) };
  }
}

process.on('message', (request: AnalysisRequest) => {
  void answer(request).then(send, (error: unknown) => send(failureOf(error)));
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal: what becomes of the work in hand is for the server to say.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
