/** Is told of failures that nobody waits for. `what` is a sentence for the administrator. */
export type ReportFailure = (what: string, error: unknown) => void;
