/** How the API says no. */
export interface Problem {
  code: string;
  /** A whole sentence in the reader's language, fit to be shown as it is. */
  message: string;
}
