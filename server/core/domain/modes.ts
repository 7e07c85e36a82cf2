import {account} from './modes/account.js';
import {jwt} from './modes/jwt.js';
import type {Mode} from './modes/mode.js';
import {serverToServer} from './modes/server-to-server.js';
import {user} from './modes/user.js';

/** Every way to connect to Zoom, in the order of the settings page. */
export const MODES: readonly Mode[] = [serverToServer, user, account, jwt];
