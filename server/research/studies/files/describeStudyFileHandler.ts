import { handlerOf } from '../../../analysis/serveAnalysis';
import { describeFile } from '../../recordings/describe/describeFile';
import { describeStudyFile } from './describeStudyFile';

export const describeStudyFileHandler = handlerOf(describeStudyFile, ({ path }) => describeFile(path));
