import {type CookieJar, createCookieJar} from './cookie-jar.js';
import type {HttpResponse, PluginHost} from './plugin-host.js';
import {requestPlugin} from './request-plugin.js';

/** What a browser was answered. */
export interface BrowserAnswer extends Pick<HttpResponse, 'status' | 'headers'> {
  /** The address that answered. */
  url: string;
  text: string;
  /** Where a redirect leads, as a whole address. */
  location: string | undefined;
}

/** How a page is opened. */
interface Opening {
  headers?: Readonly<Record<string, string>>;
  /** A page of another site led here. */
  isCrossSite?: boolean;
}

/**
 * A browser without a screen: it keeps cookies as browsers do, and shows every redirect. Addresses may be paths, such
 * as `/plugins/zoom/oauth2/connect`, of wherever the product answers.
 */
export interface TestBrowser {
  get(url: string, opening?: Opening): Promise<BrowserAnswer>;
  /** Sends a form. */
  post(url: string, form: Readonly<Record<string, string>>, opening?: Opening): Promise<BrowserAnswer>;
  /** Opens what the answer leads to. @throws Error where it leads nowhere */
  follow(answer: BrowserAnswer): Promise<BrowserAnswer>;
  /** This person is signed in to Mattermost from now on; cookies of others stay. */
  signIn(userId: string): void;
  signOut(): void;
  /** What it would send to that address, as in the header `Cookie`. */
  cookies(url: string): string;
}

/** `as`: who is signed in to Mattermost in it; default: nobody. */
export function openTestBrowser(
  host: Pick<PluginHost, 'siteUrl' | 'routesUrl' | 'browserSession'>,
  {as}: {as?: string | undefined} = {},
): TestBrowser {
  const jar = createCookieJar();
  const addressOf = (url: string): URL => new URL(url, host.routesUrl);
  const open = (url: string, sent: Sent, {isCrossSite = false, headers = {}}: Opening = {}) =>
    request(jar, addressOf(url), {...sent, isCrossSite, headers: {...sent.headers, ...headers}});
  const browser: TestBrowser = {
    get: (url, opening) => open(url, {method: 'GET'}, opening),
    post: (url, form, opening) => {
      const origin = opening?.isCrossSite === true ? 'https://elsewhere.example' : addressOf(url).origin;
      const headers = {'Content-Type': 'application/x-www-form-urlencoded', Origin: origin};
      return open(url, {method: 'POST', headers, body: new URLSearchParams(form).toString()}, opening);
    },
    follow: ({url, location}) => {
      if (location === undefined) throw new Error(`${url} leads nowhere`);
      return browser.get(location, {isCrossSite: new URL(url).host !== new URL(location).host});
    },
    signIn: (userId) => jar.take(new URL(host.siteUrl), host.browserSession(userId)),
    signOut: () => jar.remove('MMAUTHTOKEN'),
    cookies: (url) => jar.headerFor(addressOf(url), {isCrossSite: false, isGet: true}),
  };
  if (as !== undefined) browser.signIn(as);
  return browser;
}

interface Sent {
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

async function request(
  jar: CookieJar,
  address: URL,
  {method, isCrossSite, headers, body}: Sent & {isCrossSite: boolean},
): Promise<BrowserAnswer> {
  const cookie = jar.headerFor(address, {isCrossSite, isGet: method === 'GET'});
  const answer = await requestPlugin(
    address.origin,
    {
      method,
      path: `${address.pathname}${address.search}`,
      headers: {
        Accept: 'text/html',
        'Sec-Fetch-Dest': 'document',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Site': isCrossSite ? 'cross-site' : 'same-origin',
        ...(cookie !== '' && {Cookie: cookie}),
        ...headers,
      },
      ...(body !== undefined && {body}),
    },
    () => ({}),
  );
  jar.take(address, answer.headers.getSetCookie());
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    headers: answer.headers,
    url: address.href,
    text: answer.body.toString(),
    location: location === null ? undefined : new URL(location, address).href,
  };
}
