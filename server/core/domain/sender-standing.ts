/**
 * What Mattermost says when it is asked about a command whose sender is only claimed:
 * - confirmed: the person is active and in the team of the command, and the place belongs to that team, or is a direct
 *   or group message that they are in.
 * - deactivated: the person's account.
 * - elsewhere: the person or the place is not where the command says.
 * - unseen: the bot may not look there.
 */
export type SenderStanding = 'confirmed' | 'deactivated' | 'elsewhere' | 'unseen';
