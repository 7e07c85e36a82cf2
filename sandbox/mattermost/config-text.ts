import type {State} from './state.js';

/** A field of the server's config that is text; `fallback` when it is not there. */
export function configText(state: State, section: string, name: string, fallback = ''): string {
  const value = state.serverConfig[section]?.[name];
  return typeof value === 'string' ? value : fallback;
}

/** A switch of the server's config, as clients are told of it; `fallback` when it is not there. */
export function configSwitch(state: State, section: string, name: string, fallback: boolean): string {
  const value = state.serverConfig[section]?.[name];
  return String(typeof value === 'boolean' ? value : fallback);
}
