import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {PluginConfig} from './plugin-host.js';
import type {BrowserAnswer, TestBrowser} from './test-browser.js';
import {waitFor} from './wait-for.js';
import {connectedTo, createWorld, type World} from './world.js';
import {consent} from './zoom-consent.js';

type Mode = 'user' | 'account';

/** The settings of a connection that takes people's consent. */
export const consentedBy =
  (mode: Mode) =>
  (zoom: ZoomSimulator): PluginConfig => ({...connectedTo(zoom), ConnectionMode: mode, AccountID: ''});

/** Makes the simulated app one that people consent to, and that knows where we are. */
export function admitConsent({host, zoom}: World, mode: Mode): void {
  zoom.changeAccount({
    appType: mode === 'user' ? 'general_user' : 'general_admin',
    redirectUris: [`${host.routesUrl}/oauth2/complete`],
  });
}

/** A world whose meetings take somebody's consent, with the app in Zoom that goes with that. */
export async function createConsentWorld(
  mode: Mode,
  options: Omit<Parameters<typeof createWorld>[0], 'settings'>,
): Promise<World> {
  const world = await createWorld({...options, settings: consentedBy(mode)});
  admitConsent(world, mode);
  return world;
}

/** Somebody's browser on its way to Zoom. */
export interface Journey {
  browser: TestBrowser;
  /** The page on which they consent. */
  zoom: string;
}

/** `/zoom connect`, and what follows in the person's browser until Zoom has it. */
export async function beginConnect(world: World, userId: string, browser?: TestBrowser): Promise<Journey> {
  const {host} = world;
  const theirs = browser ?? world.browser({as: host.capabilities.sessions ? userId : undefined});
  const begun = host.capabilities.sessions
    ? await theirs.get('/plugins/zoom/oauth2/connect')
    : await theirs.post(await ticketFor(world, userId), {});
  if (begun.location === undefined) throw new Error(`No way to Zoom: ${begun.status} ${begun.text}`);
  return {browser: theirs, zoom: begun.location};
}

/** The link that the bot of a service sends to the person alone. */
export async function ticketFor(world: World, userId: string): Promise<string> {
  const links = async (): Promise<readonly string[]> =>
    (await world.host.posts()).flatMap(
      ({message}) => /\((\S+\/oauth2\/connect\?ticket=\S+)\)/.exec(message)?.[1] ?? [],
    );
  const before = (await links()).length;
  await world.type('/zoom connect', {userId});
  return waitFor(world.host, async () => (await links())[before]);
}

/** Where Zoom sends the browser back once the person has answered; it is not opened. */
export const answerInZoom = async (
  {zoom}: Pick<Journey, 'zoom'>,
  as: string,
  allow = true,
): Promise<string> => (await consent(zoom, {as, allow})).href;

/** Opens what Zoom leads to, as coming from there. */
export const comeBack = (browser: TestBrowser, address: string): Promise<BrowserAnswer> =>
  browser.get(address, {isCrossSite: true});

/** The whole way of a person, and on a service what their browser shows. `said`: where they read of it. */
export async function connect(
  world: World,
  userId: string,
  as: string,
): Promise<{page: BrowserAnswer; said: string}> {
  const journey = await beginConnect(world, userId);
  const page = await comeBack(journey.browser, await answerInZoom(journey, as));
  if (world.host.capabilities.sessions) return {page, said: page.text};
  const line = confirmation(page);
  return {page, said: line === undefined ? page.text : (await world.type(line, {userId})).text};
}

/** What the page of a service has its person type. */
export const confirmation = ({text}: BrowserAnswer): string | undefined =>
  /<code>(\/zoom connect [^<]*)<\/code>/.exec(text)?.[1];

/** The address of somebody of the world in Zoom. */
export function emailOf({zoom}: World, name: 'ana' | 'ben'): string {
  const email = zoom.users.findLast((user) => user.email.startsWith(name))?.email;
  if (email === undefined) throw new Error(`Zoom does not know ${name}`);
  return email;
}
