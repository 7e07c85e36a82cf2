import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {PluginConfig} from './plugin-host.js';
import type {BrowserAnswer, TestBrowser} from './test-browser.js';
import {connectedTo, type World} from './world.js';
import {consent} from './zoom-consent.js';

/** The settings of a connection that takes people's consent. */
export const consentedBy =
  (mode: 'user' | 'account') =>
  (zoom: ZoomSimulator): PluginConfig => ({...connectedTo(zoom), ConnectionMode: mode, AccountID: ''});

/** Makes the simulated app one that people consent to, and that knows where we are. */
export function admitConsent({host, zoom}: World, mode: 'user' | 'account'): void {
  zoom.changeAccount({
    appType: mode === 'user' ? 'general_user' : 'general_admin',
    redirectUris: [`${host.routesUrl}/oauth2/complete`],
  });
}

/** Opens the link of the chat and consents in Zoom: what Zoom leads back to, which is not opened. */
export async function goToZoom(browser: TestBrowser, as: string, allow = true): Promise<string> {
  const begun = await browser.get('/plugins/zoom/oauth2/connect');
  if (begun.location === undefined) throw new Error(`No way to Zoom: ${begun.status} ${begun.text}`);
  return (await consent(begun.location, {as, allow})).href;
}

/** The whole way of somebody's browser. */
export async function connectAs(browser: TestBrowser, as: string): Promise<BrowserAnswer> {
  return browser.get(await goToZoom(browser, as), {isCrossSite: true});
}
