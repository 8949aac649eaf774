/*
 * Nearest neighbours by dynamic time warping in the order of the UCR Suite (Rakthanmanon et al. 2012), in scalar C: first
 * and last point, LB_Keogh abandoned early, then the table abandoned early by row and rest of LB_Keogh. Two dimensions,
 * no normalisation, since level has meaning here.
 *
 *     ucr TRACKS QUERIES RADIUS LIMIT     both files: float32, 64 points of (valence, arousal) each
 *
 * Prints JSON: cells a second of the bare table (best of 5), and for each query its milliseconds and its matches.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { POINTS = 64, VALUES = 2 * POINTS };

static int radius, limit;
static float lower[VALUES], upper[VALUES];

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static float *read_all(const char *path, long *count) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  long bytes = ftell(file);
  rewind(file);
  float *values = malloc(bytes);
  if (!values || fread(values, 1, bytes, file) != (size_t)bytes) { perror(path); exit(1); }
  fclose(file);
  *count = bytes / (VALUES * sizeof(float));
  return values;
}

static float pair_cost(const float *a, const float *b) {
  float x = a[0] - b[0], y = a[1] - b[1];
  return x * x + y * y;
}

static void make_envelope(const float *query) {
  for (int i = 0; i < POINTS; i++)
    for (int side = 0; side < 2; side++) {
      float low = INFINITY, high = -INFINITY;
      for (int j = fmax(0, i - radius); j <= i + radius && j < POINTS; j++) {
        low = fminf(low, query[2 * j + side]);
        high = fmaxf(high, query[2 * j + side]);
      }
      lower[2 * i + side] = low;
      upper[2 * i + side] = high;
    }
}

/* LB_Keogh; rest[i] is the part of points i and later. Past the cutoff the sum is not completed. */
static float keogh(const float *track, float cutoff, float *rest) {
  float sum = 0, at[POINTS];
  for (int i = 0; i < POINTS; i++) {
    at[i] = 0;
    for (int v = 2 * i; v < 2 * i + 2; v++) {
      float outside = track[v] > upper[v] ? track[v] - upper[v] : track[v] < lower[v] ? lower[v] - track[v] : 0;
      at[i] += outside * outside;
    }
    sum += at[i];
    if (sum > cutoff) return sum;
  }
  rest[POINTS] = 0;
  for (int i = POINTS - 1; i >= 0; i--) rest[i] = rest[i + 1] + at[i];
  return sum;
}

static float warp(const float *query, const float *track, float cutoff, const float *rest) {
  float rows[2][POINTS + 1];
  for (int j = 0; j <= POINTS; j++) rows[0][j] = rows[1][j] = INFINITY;
  rows[0][0] = 0;
  for (int i = 0; i < POINTS; i++) {
    float *above = rows[i & 1], *row = rows[(i + 1) & 1];
    int low = i > radius ? i - radius : 0, high = i + radius < POINTS ? i + radius : POINTS - 1;
    float least = INFINITY;
    row[low] = INFINITY;
    for (int j = low; j <= high; j++) {
      float best = above[j] < above[j + 1] ? above[j] : above[j + 1];
      if (row[j] < best) best = row[j];
      row[j + 1] = best + pair_cost(query + 2 * j, track + 2 * i);
      if (row[j + 1] < least) least = row[j + 1];
    }
    if (high + 2 <= POINTS) row[high + 2] = INFINITY;
    if (rest && least + rest[i + 1] > cutoff) return INFINITY;
  }
  return rows[POINTS & 1][POINTS];
}

static void search(const float *query, const float *tracks, long count, float *costs, long *ids) {
  float rest[POINTS + 1];
  int found = 0;
  make_envelope(query);
  for (long id = 0; id < count; id++) {
    const float *track = tracks + id * VALUES;
    float cutoff = found < limit ? INFINITY : costs[limit - 1];
    int last = VALUES - 2;
    if (pair_cost(query, track) + pair_cost(query + last, track + last) > cutoff) continue;
    if (keogh(track, cutoff, rest) > cutoff) continue;
    float cost = warp(query, track, cutoff, rest);
    if (!(cost < cutoff)) continue;
    int place = found < limit ? found++ : limit - 1;
    for (; place > 0 && costs[place - 1] > cost; place--) {
      costs[place] = costs[place - 1];
      ids[place] = ids[place - 1];
    }
    costs[place] = cost;
    ids[place] = id;
  }
}

static double table_rate(const float *tracks, long count) {
  long cells = 0, warped = count < 2000 ? count : 2000;
  double best = INFINITY, sum = 0;
  for (int i = 0; i < POINTS; i++)
    cells += (i + radius < POINTS ? i + radius : POINTS - 1) - (i > radius ? i - radius : 0) + 1;
  for (int round = 0; round < 5; round++) {
    double started = now();
    for (long id = 1; id < warped; id++) sum += warp(tracks, tracks + id * VALUES, INFINITY, NULL);
    best = fmin(best, now() - started);
  }
  return sum >= 0 ? cells * (double)(warped - 1) / best : 0;
}

int main(int argc, char **argv) {
  if (argc != 5) { fprintf(stderr, "usage: ucr TRACKS QUERIES RADIUS LIMIT\n"); return 1; }
  long count, queries;
  float *tracks = read_all(argv[1], &count), *query = read_all(argv[2], &queries);
  radius = atoi(argv[3]);
  limit = atoi(argv[4]);
  float *costs = malloc(limit * sizeof(float));
  long *ids = malloc(limit * sizeof(long));
  printf("{\"cellsPerSecond\": %.0f, \"queries\": [", table_rate(tracks, count));
  for (long q = 0; q < queries; q++) {
    double started = now();
    search(query + q * VALUES, tracks, count, costs, ids);
    printf("%s{\"milliseconds\": %.4f, \"matches\": [", q ? ", " : "", 1000 * (now() - started));
    for (int k = 0; k < limit && k < count; k++) printf("%s%ld", k ? ", " : "", ids[k]);
    printf("]}");
  }
  printf("]}\n");
  return 0;
}
