import { handlerOf } from '../../analysis/serveAnalysis';
import { layTimeline, layTimelineApart } from './layTimeline';

export const layTimelineHandler = handlerOf(layTimelineApart, (question) =>
  Promise.resolve(layTimeline(question)),
);
