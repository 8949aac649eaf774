import { handlerOf } from '../../../../analysis/serveAnalysis';
import { mapBids } from './mapBids';
import { mapBidsFiles } from './mapBidsFiles';

export const mapBidsHandler = handlerOf(mapBids, ({ files }) => mapBidsFiles(files));
