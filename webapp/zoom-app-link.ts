const JOIN_PATH = /^\/j\/(\d{9,15})$/;

/** The same meeting in Zoom's own app; `undefined` when the link does not say all that is needed. */
export function zoomAppLink(joinUrl: string): string | undefined {
  const {protocol, host, pathname, searchParams} = new URL(joinUrl);
  const number = JOIN_PATH.exec(pathname)?.[1];
  if (protocol !== 'https:' || number === undefined) return undefined;
  const query = new URLSearchParams({action: 'join', confno: number});
  const passcode = searchParams.get('pwd');
  if (passcode !== null) query.set('pwd', passcode);
  return `zoommtg://${host}/join?${query.toString()}`;
}
