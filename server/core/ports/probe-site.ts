/**
 * What answers at an address, asked from this server itself: one GET that follows no redirect and reads only the
 * status. Never rejects.
 */
export type ProbeSite = (url: string, signal: AbortSignal) => Promise<SiteAnswer>;

export type SiteAnswer =
  {kind: 'answered'; status: number} | {kind: 'bad-certificate'} | {kind: 'not-answered'};
