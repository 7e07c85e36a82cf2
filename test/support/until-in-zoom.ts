import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';

/** Resolves once it is so in the simulated Zoom. The limit of the test ends a wait in vain. */
export function untilInZoom(zoom: ZoomSimulator, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = zoom.onChange(look);
    look();
  });
}
