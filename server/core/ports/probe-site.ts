/**
 * What answers at an address, asked from this server itself: one GET that follows no redirect and reads nothing but the
 * first bytes, as many as it is told to. Never rejects.
 */
export type ProbeSite = (url: string, signal: AbortSignal, bytes?: number) => Promise<SiteAnswer>;

export interface Answered {
  kind: 'answered';
  status: number;
  /** By their names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Of the body, read as UTF-8; '' where none were wanted. */
  beginning: string;
}

export type SiteAnswer = Answered | {kind: 'bad-certificate'} | {kind: 'not-answered'};
