import { handlerOf } from '../../../analysis/serveAnalysis';
import { unpack } from './unpack';
import { unpackZip } from './unpackZip';

export const unpackHandler = handlerOf(unpack, ({ path, folder }) => unpackZip(path, folder));
