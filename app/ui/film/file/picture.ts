/** A file that says nothing for so long is not one that the browser shows. */
const patienceMilliseconds = 15_000;

/** Whether a video element shows the picture of a film: it has no width where only the sound is understood. */
export function isPictureShown(url: string): Promise<boolean> {
  const video = document.createElement('video');
  video.preload = 'metadata';
  video.muted = true;
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMilliseconds);
    const tell = () => {
      clearTimeout(timer);
      resolve(video.videoWidth > 0);
    };
    video.addEventListener('loadedmetadata', tell, { once: true });
    video.addEventListener('error', tell, { once: true });
    video.src = url;
  }).finally(() => {
    video.removeAttribute('src');
    video.load();
  });
}
