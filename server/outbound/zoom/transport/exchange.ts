/** What one request brought. A failure is data here: whether to ask again is decided elsewhere. */
export type Exchange = Answered | NotAnswered;

export interface Answered {
  kind: 'answered';
  status: number;
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>;
  /** `none`: the body of a redirect, which is not read. */
  content: {kind: 'json'; value: unknown} | {kind: 'not-json' | 'too-large' | 'none'};
}

export interface NotAnswered {
  kind: 'not-answered';
  reason: 'unreachable' | 'timeout' | 'blocked-address' | 'not-http';
  /** Node's name of the error, such as `ECONNRESET`, for the log. */
  code: string;
}
