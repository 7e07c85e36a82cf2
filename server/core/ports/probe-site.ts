/**
 * What answers under an address, asked from this server itself: one GET, no redirect followed, nothing read but the
 * status. Never rejects.
 */
export type ProbeSite = (url: string, signal: AbortSignal) => Promise<SiteAnswer>;

export type SiteAnswer =
  {kind: 'answered'; status: number} | {kind: 'bad-certificate'} | {kind: 'not-answered'};
