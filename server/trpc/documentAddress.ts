/** Addresses of procedures to which somebody's whole work is sent: a film with its curve and markers, a curve of hours. */
export const documentAddress =
  /^\/api\/trpc\/(film\.projects\.(create|save|bring)|retrieval\.along(Trajectory|Cue))$/;
