/** What a route answers, as data: faults may spoil it before it is sent. */
export interface Answer {
  status: number;
  /** Sent as JSON; nothing is sent where it is missing. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal, in Zoom's form. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`Zoom refuses: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
