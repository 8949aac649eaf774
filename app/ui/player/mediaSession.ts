import { useEffect } from 'react';
import { usePlayer } from './playerContext';

/** Lets the keys of a keyboard, a headset or a locked phone work the player, and shows them what plays. */
export function useMediaSession(): void {
  const player = usePlayer();
  const { item, playing } = player;

  useEffect(() => {
    if (!('mediaSession' in navigator) || !item) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title: item.title, artist: item.artist ?? '' });
    navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
  }, [item, playing]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
      ['play', player.toggle],
      ['pause', player.toggle],
      ['nexttrack', player.next],
      ['previoustrack', player.previous],
      ['seekto', ({ seekTime }) => seekTime !== undefined && player.seek(seekTime)],
    ];
    for (const [action, handler] of handlers) navigator.mediaSession.setActionHandler(action, handler);
    return () => {
      for (const [action] of handlers) navigator.mediaSession.setActionHandler(action, null);
    };
  }, [player]);
}
