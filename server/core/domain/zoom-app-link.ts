const JOIN_PATH = /^\/j\/(\d{9,15})$/;

/**
 * The same meeting in Zoom's own app, `zoommtg://HOST/join?action=join&confno=…&pwd=…`: a join link of the usual form
 * says all that is needed; any other stays as it is.
 * Source: https://developers.zoom.us/docs/meeting-sdk/url-schemes/
 */
export function zoomAppLink(joinUrl: string): string {
  if (!URL.canParse(joinUrl)) return joinUrl;
  const {protocol, host, pathname, searchParams} = new URL(joinUrl);
  const number = JOIN_PATH.exec(pathname)?.[1];
  if (protocol !== 'https:' || number === undefined) return joinUrl;
  const query = new URLSearchParams({action: 'join', confno: number});
  const passcode = searchParams.get('pwd');
  if (passcode !== null) query.set('pwd', passcode);
  return `zoommtg://${host}/join?${query.toString()}`;
}
