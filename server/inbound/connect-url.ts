import {ROUTES_PATH} from '../../contract/routes.js';
import type {Capabilities} from '../core/domain/capabilities.js';
import {CONNECT_PATH, type Site} from '../core/domain/site.js';

/**
 * Where people connect to Zoom. 'none': opening an address says nothing about who does, so that only the bot's direct
 * message may hold the way.
 */
export const connectUrlIn = ({publicUrl}: Site, {sessions}: Capabilities): string =>
  sessions && publicUrl !== '' ? `${publicUrl}${ROUTES_PATH}${CONNECT_PATH}` : 'none';
