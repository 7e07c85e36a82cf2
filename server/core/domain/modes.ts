import {jwt} from './modes/jwt.js';
import type {Mode} from './modes/mode.js';
import {serverToServer} from './modes/server-to-server.js';

/** Every way to connect to Zoom, in the order of the settings page. */
export const MODES: readonly Mode[] = [serverToServer, jwt];
