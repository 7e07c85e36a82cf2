import {createContext, useContext} from 'react';
import type {Api} from './api/create-api.js';
import type {HostStore} from './mattermost/host-state.js';
import type {Importer} from './import/create-importer.js';
import type {Page} from './mattermost/page.js';
import type {ClientState} from './state/client-state.js';
import type {Observable} from './state/observable.js';
import type {CloseMeeting} from './start/close-meeting.js';
import type {OpenWay} from './start/open-way.js';
import type {GetStreamUrl} from './start/get-stream-url.js';
import type {StartMeeting} from './start/start-meeting.js';
import type {Ticker} from './state/ticker.js';

/** What every component of this script may use. */
export interface Services {
  api: Api;
  page: Page;
  host: HostStore;
  state: Observable<ClientState>;
  ticker: Ticker;
  startMeeting: StartMeeting;
  openWay: OpenWay;
  getStreamUrl: GetStreamUrl;
  closeMeeting: CloseMeeting;
  importer: Importer;
  basePath: () => string;
}

/** The page draws each registered component separately; all of them get the same services. */
export const ServicesContext = createContext<Services | undefined>(undefined);

/** @throws outside of what `provide` made */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined)
    throw new Error('A component of the Zoom plugin was drawn without its services.');
  return services;
}
