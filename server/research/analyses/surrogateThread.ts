/* The thread that draws surrogates beside an analysis: a program of its own, so that it is built beside what starts it. */
import '@/ml/encoding/nulls/phaseThread';
