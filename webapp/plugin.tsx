import {ROUTES_PATH} from '../contract/routes.js';
import {basePathOf} from './mattermost/base-path.js';
import {currentChannel, type HostState, type HostStore} from './mattermost/host-state.js';
import {createPage} from './mattermost/page.js';
import {placeRefusal} from './mattermost/place.js';
import {readerOf} from './mattermost/reader.js';
import type {Registry} from './mattermost/registry.js';
import {createApi} from './api/create-api.js';
import {createRequest, type Request} from './api/create-request.js';
import {createServiceRequest} from './api/create-service-request.js';
import {createImporter} from './import/create-importer.js';
import {readPicture} from './import/read-picture.js';
import {canDraw, readAsDataUrl} from './mattermost/files.js';
import {settle} from './state/settle.js';
import {registrations, type Undo} from './registrations.js';
import type {Services} from './services.js';
import {createCloseMeeting} from './start/close-meeting.js';
import {createGetStreamUrl} from './start/get-stream-url.js';
import {createOpenWay} from './start/open-way.js';
import {createStartMeeting} from './start/start-meeting.js';
import {createAskClient} from './state/ask-client.js';
import {type ClientState, initialState} from './state/client-state.js';
import {createObservable} from './state/observable.js';
import {createTicker} from './state/ticker.js';
import {addStyle} from './style/add-style.js';

/** Set by the build: the address of the service, in a script for one; '' in the plugin's own. */
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
      const page = (): HostState => store.getState();
      const askClient = createAskClient({api, state, after: after(host), random: Math.random});
      const rows = registrations(registry, services, {askClient, isService: SERVICE_URL !== ''});
      const places = (wanted: (typeof rows)[number]['shown']) =>
        createPlaces(rows.filter(({shown}) => shown === wanted));
      const [common, starters, inChannel] = [
        places('always'),
        places('for-starters'),
        places('in-open-channel'),
      ];
      const show = (): void => {
        const isForStarters = canStartOrSetUp(state.get());
        starters.show(isForStarters);
        inChannel.show(isForStarters && placeRefusal(page(), currentChannel(page())) === undefined);
      };
      undo = [
        addStyle(host.document),
        state.subscribe(show),
        store.subscribe(show),
        state.subscribe(() => settle(state, {kind: 'client', client: state.get().client})),
        store.subscribe(() => settle(state, {kind: 'page', page: page()})),
        ...[common, starters, inChannel].map((each) => () => each.show(false)),
        () => askClient.stop(),
      ];
      common.show(true);
      askClient.now();
    },
    uninitialize() {
      for (const each of undo) each();
      undo = [];
    },
  };
}

/** No button is useless: while nothing is configured, only people who can change that have one. */
const canStartOrSetUp = ({client}: ClientState): boolean =>
  client !== undefined && (client.configured || client.is_admin);

/** Registers these places or takes them back when what is known about the server or the open channel changes. */
function createPlaces(rows: ReturnType<typeof registrations>): {show(isShown: boolean): void} {
  let undo: Undo[] = [];
  let isOn = false;
  return {
    show(isShown) {
      if (isShown === isOn) return;
      // This comes first: the page reports a registration while it is being made, which leads here again.
      isOn = isShown;
      const former = undo;
      undo = isShown ? rows.flatMap(({register}) => register() ?? []) : [];
      for (const each of former) each();
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
  const state = createObservable(initialState);
  const ask = tellingAnswers(SERVICE_URL === '' ? request : toService(host, request), () =>
    settle(state, {kind: 'answered'}),
  );
  const deps = {
    api: createApi(ask),
    page: createPage(host, basePath),
    state,
    reader: () => readerOf(store.getState()),
    hostState: () => store.getState(),
    now: () => host.performance.now(),
    eventType: () => host.event?.type,
  };
  return {
    api: deps.api,
    page: deps.page,
    state,
    host: store,
    basePath,
    ticker: createTicker(Date.now, (milliseconds, tick) => {
      const timer = host.setInterval(tick, milliseconds);
      return () => host.clearInterval(timer);
    }),
    startMeeting: createStartMeeting(deps),
    openWay: createOpenWay(deps),
    getStreamUrl: createGetStreamUrl(deps),
    closeMeeting: createCloseMeeting(deps),
    importer: createImporter({
      api: deps.api,
      readPicture: (file) => readPicture(file, {readAsDataUrl, canDraw}),
      askForMany: (members, cards, goOn) =>
        state.change({question: {kind: 'many-readers', members, cards, goOn}}),
    }),
  };
}

/** What the plugin's process answers comes from the service, everything else from Mattermost. */
function toService(host: Window, request: Request): Request {
  const service = createServiceRequest({
    fetch: host.fetch.bind(host),
    serviceUrl: SERVICE_URL,
    storage: host.localStorage,
    language: host.document.documentElement.lang || host.navigator.language,
  });
  return (method, path, body) => (isOwn(path) ? service : request)(method, path, body);
}

/** Any answer shows that there is a connection. */
const tellingAnswers =
  (request: Request, answered: () => void): Request =>
  async (method, path, body) => {
    const answer = await request(method, path, body);
    if (answer.status > 0 && isOwn(path)) answered();
    return answer;
  };

const isOwn = (path: string): boolean => path.startsWith(`${ROUTES_PATH}/api/`);

const after =
  (host: Window) =>
  (milliseconds: number, then: () => void): (() => void) => {
    const timer = host.setTimeout(then, milliseconds);
    return () => host.clearTimeout(timer);
  };
