/** What the administrator decided for the whole server, and our own address. Addresses end without a slash. */
export interface Site {
  /** Mattermost's Site URL; '' when none is set. */
  url: string;
  /** Default language. */
  locale: string;
  /** Only people who share a team may message each other. */
  restrictsDirectMessages: boolean;
  /** Our routes lie below `<publicUrl>/plugins/zoom`: the Site URL for a plugin, its own address for a service. */
  publicUrl: string;
}

/** Below the routes: where Zoom sends its events. */
export const WEBHOOK_PATH = '/webhook';

/** Below the routes: the words of the command, in the language of the person who types. */
export const COMMAND_WORDS_PATH = '/api/v1/command-words';
