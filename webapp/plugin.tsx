import {basePathOf} from './mattermost/base-path.js';
import type {HostStore} from './mattermost/host-state.js';
import {createPage} from './mattermost/page.js';
import {readerOf} from './mattermost/reader.js';
import type {Registry} from './mattermost/registry.js';
import {createApi} from './api/create-api.js';
import {createRequest, type Request} from './api/create-request.js';
import {createServiceRequest} from './api/create-service-request.js';
import {registrations, type Undo} from './registrations.js';
import type {Services} from './services.js';
import {createStartAsHost} from './start/start-as-host.js';
import {createStartMeeting} from './start/start-meeting.js';
import {createAskClient} from './state/ask-client.js';
import {initialState} from './state/client-state.js';
import {createObservable} from './state/observable.js';
import {createTicker} from './state/ticker.js';
import {addStyle} from './style/add-style.js';

/** Put in by the build: where the service is, in the script that goes with one; '' in the plugin's own. */
declare const SERVICE_URL: string;

/** What Mattermost's page calls: https://developers.mattermost.com/integrate/plugins/components/webapp/ */
export interface WebappPlugin {
  initialize(registry: Registry, store: HostStore): void;
  /** Leaves nothing behind: no registration, no element, no listener, no timer. */
  uninitialize(): void;
}

/** The script as the page sees it. */
export function createPlugin(host: Window & {basename?: string}): WebappPlugin {
  let undo: Undo[] = [];
  return {
    initialize(registry, store) {
      const services = createServices(host, store);
      const {state, api} = services;
      const askClient = createAskClient({api, state, after: after(host), random: Math.random});
      const rows = registrations(registry, services, askClient);
      const starters = createStarterPlaces(rows.filter(({forStarters}) => forStarters));
      undo = [
        addStyle(host.document),
        state.subscribe(() => starters.show(isForStarters(services))),
        () => starters.show(false),
        () => askClient.stop(),
        ...rows.filter(({forStarters}) => !forStarters).flatMap(({register}) => register() ?? []),
      ];
      askClient.now();
    },
    uninitialize() {
      for (const each of undo) each();
      undo = [];
    },
  };
}

/** Nobody presses a button in vain: while nothing is configured, only those who can change that have one. */
const isForStarters = ({state}: Services): boolean => {
  const {client} = state.get();
  return client !== undefined && (client.configured || client.is_admin);
};

/** Registers these places or takes them back, as what is known about the server changes. */
function createStarterPlaces(rows: ReturnType<typeof registrations>): {show(isShown: boolean): void} {
  let undo: Undo[] | undefined;
  return {
    show(isShown) {
      if (isShown && undo === undefined) {
        undo = rows.flatMap(({register}) => register() ?? []);
      } else if (!isShown && undo !== undefined) {
        for (const each of undo) each();
        undo = undefined;
      }
    },
  };
}

function createServices(host: Window & {basename?: string}, store: HostStore): Services {
  const basePath = (): string => basePathOf(store.getState().entities.general.config.SiteURL, host.basename);
  const request = createRequest({
    fetch: host.fetch.bind(host),
    basePath,
    cookies: () => host.document.cookie,
  });
  const ask = SERVICE_URL === '' ? request : toService(host, request);
  const deps = {
    api: createApi(ask),
    page: createPage(host, basePath),
    state: createObservable(initialState),
    reader: () => readerOf(store.getState()),
    now: () => host.performance.now(),
    eventType: () => host.event?.type,
  };
  const {api, page, state} = deps;
  return {
    api,
    page,
    state,
    host: store,
    basePath,
    ticker: createTicker(Date.now, (milliseconds, tick) => {
      const timer = host.setInterval(tick, milliseconds);
      return () => host.clearInterval(timer);
    }),
    startMeeting: createStartMeeting(deps),
    startAsHost: createStartAsHost(deps),
  };
}

/** What is ours goes to the service, everything else to Mattermost. */
function toService(host: Window, request: Request): Request {
  const service = createServiceRequest({
    fetch: host.fetch.bind(host),
    serviceUrl: SERVICE_URL,
    storage: host.localStorage,
    language: host.document.documentElement.lang || host.navigator.language,
  });
  return (method, path, body) => (path.startsWith('/plugins/zoom/') ? service : request)(method, path, body);
}

const after =
  (host: Window) =>
  (milliseconds: number, then: () => void): (() => void) => {
    const timer = host.setTimeout(then, milliseconds);
    return () => host.clearTimeout(timer);
  };
