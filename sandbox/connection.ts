import type {AppType} from './zoom/state/records.js';

/** A value of ConnectionMode that has an app in Zoom's Marketplace, and the kind of app that goes with it. */
const APPS = {
  server_to_server: 'server_to_server',
  user: 'general_user',
  account: 'general_admin',
} as const satisfies Record<string, AppType>;

/** How the sandbox is connected at first. */
export type Connection = keyof typeof APPS;

export const isConnection = (name: string): name is Connection => Object.hasOwn(APPS, name);

export const appFor = (connection: Connection): AppType => APPS[connection];

/** Where Zoom sends a browser back to, by the address before `/plugins`. */
export const redirectAddress = (origin: string): string => `${origin}/plugins/zoom/oauth2/complete`;
