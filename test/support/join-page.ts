import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {PluginConfig} from './plugin-host.js';
import {connectedTo} from './world.js';

/** Where the page to join is, in tests that do not open it. */
export const JOIN_PAGE_ORIGIN = 'https://join.example.org';

/** The settings that connect a plugin to a simulated Zoom, and with which it has a page to join. */
export const withJoinPage =
  (changes: PluginConfig = {}) =>
  (zoom: ZoomSimulator): PluginConfig => ({
    ...connectedTo(zoom),
    JoinPageURL: JOIN_PAGE_ORIGIN,
    JoinPageClientID: 'made-up-sdk-client',
    JoinPageClientSecret: 'made-up-sdk-secret',
    JoinPageGuests: true,
    JoinPageOnCards: true,
    ...changes,
  });
