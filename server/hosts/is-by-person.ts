/** What Mattermost sets on posts that no person has typed here. */
const MARKS = ['from_bot', 'from_plugin', 'from_webhook', 'from_oauth_app'];

interface MarkedPost {
  type?: string | undefined;
  props?: Readonly<Record<string, unknown>> | undefined;
  /** Of another server that the channel is shared with. */
  remoteId?: string | undefined;
}

/** An ordinary message that somebody has written on this server. */
export const isByPerson = ({type = '', props = {}, remoteId = ''}: MarkedPost): boolean =>
  type === '' && remoteId === '' && !MARKS.some((mark) => Object.hasOwn(props, mark));
