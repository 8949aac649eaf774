import { NoSuchTrack } from './noSuchTrack';

export default NoSuchTrack;
