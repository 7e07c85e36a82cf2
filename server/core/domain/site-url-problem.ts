import {isIP} from 'node:net';
import type {Finding} from './findings.js';
import {isPublicAddress} from './public-address.js';
import {readUrl} from '../../../contract/read-url.js';

/** Names that only this machine, or only its network, knows. */
const LOCAL_NAME = /^localhost$|\.(localhost|local|internal|home\.arpa)$/;

/**
 * What is wrong with Mattermost's Site URL, as far as one can tell by looking at it. `undefined`: Zoom may be able to
 * reach it. `isClosedNetwork`: this Zoom is in the same network, and needs neither https nor a public name.
 */
export function siteUrlProblem(siteUrl: string, isClosedNetwork: boolean): Finding | undefined {
  const url = readUrl(siteUrl);
  if (url === undefined) return 'siteUrl.missing';
  if (isClosedNetwork) return undefined;
  const {protocol, hostname} = url;
  if (!isPublicHost(hostname)) return 'siteUrl.notPublic';
  return protocol === 'https:' ? undefined : 'siteUrl.notHttps';
}

/** A name without a dot is one of the local network. */
function isPublicHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) === 0
    ? hostname.includes('.') && !LOCAL_NAME.test(hostname)
    : isPublicAddress(address);
}
