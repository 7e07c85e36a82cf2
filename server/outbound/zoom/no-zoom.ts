import {createCalls} from '../../core/ports/zoom/calls.js';
import {type Zoom, ZoomError} from '../../core/ports/zoom.js';

const refuse = (): Promise<never> => Promise.reject(new ZoomError({kind: 'unauthorized'}));

/** Zoom while the settings lack what a connection needs: nobody can sign in. */
export const noZoom: Zoom = {as: () => ({...createCalls(() => refuse), signIn: refuse})};
