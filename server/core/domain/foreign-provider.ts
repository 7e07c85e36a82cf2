/**
 * What other plugins for Mattermost write into `meeting_provider`, in small letters and without blanks, and what the
 * service is called here. github.com/mattermost: mattermost-plugin-msteams-meetings (`server/http.go`),
 * mattermost-plugin-jitsi, mattermost-plugin-webex.
 */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['jitsi', 'Jitsi'],
  ['jitsimeet', 'Jitsi'],
  ['microsoftteams', 'Microsoft Teams'],
  ['microsoftteamsmeetings', 'Microsoft Teams'],
  ['msteams', 'Microsoft Teams'],
  ['msteamsmeetings', 'Microsoft Teams'],
  ['webex', 'Webex'],
  ['ciscowebex', 'Webex'],
  ['webexmeetings', 'Webex'],
  ['googlemeet', 'Google Meet'],
  ['bigbluebutton', 'BigBlueButton'],
]);

/** What nobody sees, and blanks. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The service that a post names; `undefined`: none that we know. Anybody can write such a post, so the letters count:
 * one that only looks like another (`Ζoom` with a Greek letter, `Jıtsi`) is nobody's name.
 */
export function foreignProvider(named: string): string | undefined {
  const letters = named.replace(UNSEEN, '');
  // Before they become small: the Kelvin sign would become a `k`.
  return /^[A-Za-z]+$/.test(letters) ? PROVIDERS.get(letters.toLowerCase()) : undefined;
}
