/** What Mattermost sets on posts that no person has typed here. */
const MARKS = ['from_bot', 'from_plugin', 'from_webhook', 'from_oauth_app'];

interface MarkedPost {
  type?: string | undefined;
  /** A map from Go, or an object from JSON. */
  props?: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> | undefined;
  /** Of another server that the channel is shared with. */
  remoteId?: string | undefined;
}

/** An ordinary message that somebody has written on this server. */
export function isByPerson({type = '', props = {}, remoteId = ''}: MarkedPost): boolean {
  const has = (name: string): boolean =>
    props instanceof Map ? props.has(name) : Object.hasOwn(props as object, name);
  return type === '' && remoteId === '' && !MARKS.some(has);
}
