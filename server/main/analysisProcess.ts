import { coverHandler } from '../analysis/coverHandler';
import { hearHandler } from '../analysis/hearFile';
import { identifyHandler } from '../analysis/identifyFile';
import { profileHandler } from '../analysis/profileListener';
import { tagsHandler } from '../analysis/readTagsHandler';
import { serveAnalysis } from '../analysis/serveAnalysis';
import { renderHandler } from '../catalogue/demo/renderDemo';
import { embeddingHandler } from '../embeddings/embeddingListener';
import { inspectHandler } from '../embeddings/loadedModel';
import { trackEventsHandler } from '../film/events/trackEventsHandler';
import { fitEditHandler } from '../film/fitting/fitEditHandler';
import { measureSectionHandler } from '../film/hearing/measureSectionHandler';
import { soundBlockHandler } from '../film/hearing/soundBlockHandler';
import { layTimelineHandler } from '../film/interchange/layTimelineHandler';
import { renderSectionHandler } from '../film/render/renderSectionHandler';
import { analyseHandler } from '../research/analyses/analyseHandler';
import { measureRecordingHandler } from '../research/eeg/store/recordings/measureRecordingHandler';
import { simulateFolderHandler } from '../research/eeg/store/simulation/simulateFolderHandler';
import { simulateListenersHandler } from '../research/simulation/simulateListeners';
import { readAnalysisHandler } from '../research/studies/import/readAnalysisHandler';
import { readSeriesHandler, readTableHandler } from '../research/studies/import/readSeriesHandler';
import { describeStudyFileHandler } from '../research/studies/files/describeStudyFileHandler';
import { mapBidsHandler } from '../research/studies/mapping/bids/mapBidsHandler';
import { featuresHandler } from '../research/features/featureListener';
import { networkLayersHandler } from '../research/features/readLayers';
import { unpackHandler } from '../research/studies/unpack/unpackHandler';
import { convertHandler } from '../streams/convertFile';

/* The entry of the analysis process: everything that it can be asked, a line a kind. */
serveAnalysis([
  identifyHandler,
  tagsHandler,
  coverHandler,
  hearHandler([profileHandler, embeddingHandler, featuresHandler]),
  renderHandler,
  convertHandler,
  renderSectionHandler,
  soundBlockHandler,
  measureSectionHandler,
  trackEventsHandler,
  layTimelineHandler,
  fitEditHandler,
  inspectHandler,
  readSeriesHandler,
  readTableHandler,
  readAnalysisHandler,
  unpackHandler,
  mapBidsHandler,
  describeStudyFileHandler,
  analyseHandler,
  simulateListenersHandler,
  networkLayersHandler,
  measureRecordingHandler,
  simulateFolderHandler,
]);
