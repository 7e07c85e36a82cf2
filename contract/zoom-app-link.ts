import {readUrl} from './read-url.js';

const JOIN_PATH = /^\/j\/(\d{9,15})$/;

/**
 * The same meeting in Zoom's own app: `zoommtg://HOST/join?action=join&confno=…&pwd=…`. `undefined` unless the join
 * link has the usual form, which holds everything that is needed. Source:
 * https://developers.zoom.us/docs/meeting-sdk/url-schemes/
 */
export function zoomAppLink(joinUrl: string): string | undefined {
  const url = readUrl(joinUrl);
  if (url === undefined) return undefined;
  const {protocol, host, pathname, searchParams} = url;
  const number = JOIN_PATH.exec(pathname)?.[1];
  if (protocol !== 'https:' || number === undefined) return undefined;
  const query = new URLSearchParams({action: 'join', confno: number});
  const passcode = searchParams.get('pwd');
  if (passcode !== null) query.set('pwd', passcode);
  return `zoommtg://${host}/join?${query.toString()}`;
}
