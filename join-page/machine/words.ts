import type {JoinPageText} from '../../contract/join-page-shell.js';

/** A sentence of the server's, which is in the reader's language already, or one of the page's own. */
export type Words = string | {text: JoinPageText; values?: Readonly<Record<string, string | number>>};
