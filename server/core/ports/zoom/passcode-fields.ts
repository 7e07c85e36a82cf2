/** Fields of the answers of operations that are for the host alone; links may hold one besides, as `pwd`. */
export const PASSCODE_FIELDS: readonly string[] = ['password', 'recording_play_passcode'];
