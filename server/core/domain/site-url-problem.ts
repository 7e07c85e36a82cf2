import {type Finding} from './findings.js';

/** Names and addresses that only this machine, or only its network, knows. */
const NOT_PUBLIC = [
  /^localhost$/,
  /\.(localhost|local|internal|home\.arpa)$/,
  /^127\./,
  /^0\.0\.0\.0$/,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^\[/,
];

/**
 * What is wrong with Mattermost's Site URL, seen without asking anybody. `undefined`: Zoom may be able to reach it.
 * `isClosedNetwork`: this Zoom is one of our own next door, which needs neither https nor a public name.
 */
export function siteUrlProblem(siteUrl: string, isClosedNetwork: boolean): Finding | undefined {
  if (siteUrl === '' || !URL.canParse(siteUrl)) return 'siteUrl.missing';
  if (isClosedNetwork) return undefined;
  const {protocol, hostname} = new URL(siteUrl);
  // A name without a dot is one of the local network.
  if (NOT_PUBLIC.some((form) => form.test(hostname)) || !hostname.includes('.')) return 'siteUrl.notPublic';
  return protocol === 'https:' ? undefined : 'siteUrl.notHttps';
}
